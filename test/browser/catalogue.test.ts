import { rmSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers, findOverflow, openFile, seenText, startChromium } from "../support/catalogue-browser.js";
import { HOSTILE, ROLE, writeSampleCatalogue } from "../support/catalogue-sample.js";
import { findProgram } from "../support/find-program.js";
import { scratchFolder } from "../support/scratch-project.js";

const chromium = findProgram("chromium", "the catalogue in a browser");
const PAGES = ["index.html", "tokens/access-token.html", "tokens/evil-token.html", "decode.html#example=access-token"];

const THEMES = [
  ["light", 1280],
  ["dark", 360],
] as const;

let scratch: string;
let folder: string;
let browser: Browser;

beforeAll(async () => {
  if (chromium === null) return;
  scratch = scratchFolder();
  folder = await writeSampleCatalogue(scratch);
  browser = await startChromium(chromium);
});
afterAll(async () => {
  await browser?.close();
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
});

describe.skipIf(chromium === null)("every page of a catalogue", () => {
  it.each(PAGES)("%s fits its window and asks for nothing, in light and wide as in dark and narrow", async (file) => {
    for (const [colorScheme, width] of THEMES) {
      const { page, faults } = await openFile(browser, folder, file, { colorScheme, viewport: { width, height: 800 } });
      expect(await findOverflow(page), colorScheme).toBeLessThanOrEqual(0);
      expect(faults, colorScheme).toEqual([]);
      await page.close();
    }
  });

  it.each(THEMES)("keeps nobody out in the %s theme at %i pixels", async (colorScheme, width) => {
    for (const file of [
      "index.html",
      "tokens/access-token.html#access-token.role",
      "decode.html#example=access-token",
    ]) {
      const { page } = await openFile(browser, folder, file, {
        colorScheme,
        viewport: { width, height: 800 },
        axe: true,
      });
      expect(await findBarriers(page), file).toEqual([]);
      await page.close();
    }
  });

  it("would be found to keep people out", async () => {
    const { page } = await openFile(browser, folder, "index.html", { axe: true });
    await page.evaluate("document.querySelector('label').remove()");
    expect(await findBarriers(page)).toContainEqual(expect.stringMatching(/^label: /));
    await page.close();
  });

  it.each(PAGES)("%s may neither connect, nor load, nor run anything else", async (file) => {
    const { page } = await openFile(browser, folder, file);
    const blocked = await page.evaluate<string[]>(`new Promise((resolve) => {
      const blocked = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        blocked.push(event.effectiveDirective);
        if (blocked.length === 5) resolve(blocked.sort());
      });
      fetch("https://acme.example/").catch(() => {});
      new Image().src = "https://acme.example/x.png";
      document.body.append(Object.assign(document.createElement("script"), { textContent: "pwned = 1" }));
      document.body.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }));
      const form = Object.assign(document.createElement("form"), { action: "https://acme.example/" });
      document.body.append(form);
      form.submit();
    })`);
    expect(blocked).toEqual(["connect-src", "form-action", "img-src", "script-src-elem", "style-src-elem"]);
    await page.close();
  });

  it.each(["index.html", "tokens/evil-token.html", "decode.html#example=evil-token"])(
    "%s shows hostile names and texts as text",
    async (file) => {
      const { page, faults } = await openFile(browser, folder, file);
      await expect.poll(() => seenText(page.locator("body"))).toContain("<img src=x onerror=pwned=1>{{x}} ${1}");
      expect(await page.locator("img, iframe, object, a[href^='javascript' i]").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(1);
      expect(await page.evaluate("typeof pwned")).toBe("undefined");
      // What turns the reading direction is shown by its code.
      expect(await seenText(page.locator("body"))).not.toMatch(/[\p{Cf}\p{Zl}]/u);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it("can be read where scripts are off", async () => {
    const options = { javaScriptEnabled: false };
    const { page } = await openFile(browser, folder, "tokens/access-token.html", options);
    const text = await seenText(page.locator("main"));
    for (const words of ["Claim by claim", ROLE, '"admin", "member" or another text', "Printed on invoices."]) {
      expect(text).toContain(words);
    }
    expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    expect(await page.getByRole("button").count()).toBe(0);
    await page.close();
    const decoder = await openFile(browser, folder, "decode.html", options);
    expect(await seenText(decoder.page.locator("main"))).toContain("Decoding takes JavaScript, which is off here.");
    await decoder.page.close();
  });
});

describe.skipIf(chromium === null)("a search", () => {
  it("begins with a slash, filters, says how much is left, and ends with Escape", async () => {
    const { page } = await openFile(browser, folder, "index.html");
    const rows = page.locator("tr[data-entry]:visible");
    const all = await rows.count();
    await page.keyboard.press("/");
    await page.keyboard.type("ROLE");
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining("What the user may do.")]);
    expect(await seenText(page.getByRole("status"))).toBe(`1 of ${all} shown`);
    await page.keyboard.type(" nowhere");
    expect(await seenText(page.getByRole("status"))).toBe("Nothing matches");
    await page.keyboard.press("Escape");
    expect(await rows.count()).toBe(all);
    expect(await seenText(page.getByRole("status"))).toBe("Press / to search");
    await page.close();
  });

  it("finds claims by their names, members, types and descriptions", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html");
    const found = async (words: string): Promise<readonly string[]> => {
      await page.getByRole("searchbox").fill(words);
      return page.locator("article:visible h3").allInnerTexts();
    };
    expect(await found("regions")).toEqual(["https://acme.example/claims/tenant"]);
    expect(await found("e-mail")).toEqual(["email"]);
    expect(await found("client identifier")).toEqual(["client_id"]);
    await page.close();
  });

  it("leads on to all tokens", async () => {
    const { page, faults } = await openFile(browser, folder, "tokens/access-token.html");
    await page.getByRole("searchbox").fill("constructor");
    await page.getByRole("link", { name: "search all tokens" }).click();
    await page.waitForURL(/index\.html#search=constructor$/);
    expect(await page.getByRole("searchbox").inputValue()).toBe("constructor");
    expect(await page.locator("tr[data-entry]:visible th").allInnerTexts()).toEqual(["constructor"]);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe.skipIf(chromium === null)("a link to a claim", () => {
  it("leads to it, also from the first page, and also where a search has hidden it", async () => {
    const { page } = await openFile(browser, folder, "index.html#access-token.role");
    await page.waitForURL(/tokens\/access-token\.html#access-token\.role$/);
    const claim = page.locator("article:target");
    expect(await seenText(claim.locator("h3"))).toBe(ROLE);
    await expect.poll(() => claim.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200);
    await page.getByRole("searchbox").fill("email");
    expect(await claim.isVisible()).toBe(false);
    await page.evaluate("location.hash = '#access-token.tenant'");
    await expect.poll(() => page.locator("article:target").isVisible()).toBe(true);
    await page.close();
  });

  it.each(["tokens/access-token.html", "tokens/evil-token.html"])(
    "is on %s for each, and leads to one place",
    async (file) => {
      const { page } = await openFile(browser, folder, file);
      const links = await page
        .locator("tr[data-entry] a, a.anchor")
        .evaluateAll((all) => all.map((link) => String(link)));
      const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of links) expect(ids).toContain(decodeURIComponent(new URL(link).hash.slice(1)));
      await page.close();
    },
  );
});

describe.skipIf(chromium === null)("a button", () => {
  it("copies the example", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy the token" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Copied the token" }).count()).toBe(1);
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await seenText(page.locator("#example-token")));
    await page.close();
  });

  it("selects the example where the browser lets nobody copy", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html");
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new DOMException())");
    await page.getByRole("button", { name: "Copy the claims" }).click();
    await expect
      .poll(() => page.evaluate<string>("String(getSelection())"))
      .toContain('"iss": "https://auth.acme.example"');
    await page.close();
  });
});

it("has hostile texts to show", () => {
  expect(HOSTILE).toContain("</script>");
});
