import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { bundleSuite } from "./bundle-suite.js";
import { withinTime } from "./run-program.js";

/** Runs the suite in a page of a headless Chromium that is installed at this path. */
export async function runInChromium(file, origin, folder) {
  const bundle = await bundleSuite(folder, "entry-page.js", ["browser"]);
  // Containers seldom allow its sandbox, and the only page that it opens is ours.
  const browser = await chromium.launch({ executablePath: file, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    // Web Crypto is there for secure origins, of which loopback is one.
    await page.goto(origin);
    await page.addScriptTag({ content: await readFile(bundle, "utf8"), type: "module" });
    // A module that is put into a page is run when it is read, not before the call above returns.
    await withinTime(page.waitForFunction(() => "runClaimsmithSuite" in globalThis));
    return await withinTime(page.evaluate(() => globalThis.runClaimsmithSuite()));
  } finally {
    await browser.close();
  }
}
