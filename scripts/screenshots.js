// Writes the pictures of the catalogue: node scripts/screenshots.js. Needs a build, and Chromium.
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { docs } from "../dist/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const images = path.join(root, "docs/images");

/** A page at a width, from some place on. The narrow ones are as sharp as a telephone's. */
const PICTURES = [
  { file: "tokens/access-token.html", name: "catalogue", width: 1000, height: 720, colorScheme: "light", scale: 1 },
  {
    file: "tokens/access-token.html#access-token.role",
    name: "catalogue-narrow",
    width: 360,
    height: 700,
    colorScheme: "dark",
    scale: 1.5,
  },
  { file: "decode.html", name: "decoder", width: 1000, height: 720, colorScheme: "light", scale: 1, decode: true },
  {
    file: "decode.html",
    name: "decoder-narrow",
    width: 360,
    height: 700,
    colorScheme: "dark",
    scale: 1.5,
    decode: true,
  },
];

/** Larger pictures make a README slow. */
const MOST_BYTES = 150_000;

/** When the example was issued, so that the pictures of one day are those of another. */
const NOW = new Date("2026-01-01T00:01:00Z");

const out = mkdtempSync(path.join(tmpdir(), "claimsmith-pictures-"));
await docs({ cwd: root, out });
mkdirSync(images, { recursive: true });
// In a container its own sandbox cannot start; the pages are our own.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const { file, name, width, height, colorScheme, scale, decode } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    reducedMotion: "reduce",
  });
  await page.clock.setFixedTime(NOW);
  const [document, fragment = ""] = file.split("#");
  await page.goto(`${pathToFileURL(path.join(out, document)).href}#${fragment}`);
  if (decode) await showFaultyToken(page);
  const target = path.join(images, `${name}.png`);
  await page.screenshot({ path: target });
  const { size } = statSync(target);
  if (size > MOST_BYTES) throw new RangeError(`${name}.png has ${size} bytes, and ${MOST_BYTES} are allowed.`);
  process.stdout.write(`docs/images/${name}.png ${size} bytes\n`);
}
await browser.close();
rmSync(out, { recursive: true });

/** The example with a claim under a wrong name and another that is missing, which is what people come with. */
async function showFaultyToken(page) {
  await page.locator("button[data-example='access-token']").click();
  const [header, payload, signature] = (await page.getByLabel("Token").inputValue()).split(".");
  const {
    client_id: clientId,
    "https://acme.example/claims/role": _,
    ...claims
  } = JSON.parse(Buffer.from(payload, "base64url").toString());
  const edited = Buffer.from(JSON.stringify({ ...claims, clientId, exp: claims.iat + 30 })).toString("base64url");
  await page.getByLabel("Token").fill([header, edited, signature].join("."));
  await page.locator(".findings").waitFor();
  await page.getByLabel("Token").evaluate((field) => {
    field.blur();
    field.scrollTop = 0;
    scrollTo({ top: field.getBoundingClientRect().top + scrollY - 60, behavior: "instant" });
  });
}
