import { rmSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { inspectToken } from "../../src/inspect/inspect-token.js";
import { loadProject } from "../../src/io/project/load-project.js";
import type { Project } from "../../src/model/model.js";
import { findBarriers, openFile, seenText, startChromium } from "../support/catalogue-browser.js";
import { HOSTILE, ROLE, writeSampleCatalogue } from "../support/catalogue-sample.js";
import { findProgram } from "../support/find-program.js";
import { encodePart, type Part } from "../support/forge-token.js";
import { scratchFolder } from "../support/scratch-project.js";

const chromium = findProgram("chromium", "the decoder in a browser");

let scratch: string;
let folder: string;
let browser: Browser;
let project: Project;
/** One page for all tests that do not ask otherwise, as people keep one open. */
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  if (chromium === null) return;
  scratch = scratchFolder();
  folder = await writeSampleCatalogue(scratch);
  ({ project } = loadProject(path.join(scratch, "claims.config.json")));
  browser = await startChromium(chromium);
  ({ page, faults } = await openFile(browser, folder, "decode.html", { axe: true }));
  await page.clock.setFixedTime(NOW * 1000);
});
afterEach(() => expect(faults ?? []).toEqual([]));
afterAll(async () => {
  await browser?.close();
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
});

/** The browser's clock, and ours where both are asked. Seconds. */
const NOW = 1_800_000_000;
const HEADER = { alg: "ES256", typ: "at+jwt" };
const CLAIMS = {
  iss: "https://auth.acme.example",
  aud: "https://api.acme.example",
  sub: "user-1",
  client_id: "app",
  jti: "1",
  iat: NOW - 60,
  exp: NOW + 600,
  [ROLE]: "member",
};
const SIGNATURE = encodePart(new Uint8Array(64));

function token(claims: Part, header: Part = HEADER, signature = SIGNATURE): string {
  return [encodePart(header), encodePart(claims), signature].join(".");
}

const without = (name: string): object => Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name));

/** Puts a text into the field, and waits for what the page says of it. */
async function decode(text: string): Promise<string> {
  const status = page.getByRole("status");
  // At once, where typing is waited for.
  await page.locator("#clear").evaluate((button) => Reflect.get(button, "click").call(button));
  await expect.poll(() => status.textContent(), { interval: 10 }).toBe("");
  await page.getByLabel("Token").fill(text);
  await expect.poll(() => status.textContent(), { interval: 20 }).not.toBe("");
  return (await status.textContent()) ?? "";
}

const TEXTS: readonly (readonly [what: string, text: string, verdict: string])[] = [
  ["a good token", token(CLAIMS), "A good Access token, as far as can be seen without a key."],
  [
    "one with what came along",
    ` Authorization: Bearer ${token(CLAIMS)}\n`,
    "A good Access token, as far as can be seen without a key.",
  ],
  ["an expired one", token({ ...CLAIMS, exp: NOW - 10, iat: NOW - 100 }), "Refused, for one reason."],
  ["one without a claim", token(without(ROLE)), "Refused, for one reason."],
  ["one with a misspelt claim", token({ ...without("client_id"), clientId: "app" }), "Refused, for one reason."],
  ["one with a wrong value", token({ ...CLAIMS, email: 1 }), "Refused, for one reason."],
  ["one in milliseconds", token({ ...CLAIMS, exp: (NOW + 600) * 1000 }), "Refused, for one reason."],
  ["one for somebody else", token({ ...CLAIMS, aud: "https://other.example" }), "Refused, for one reason."],
  ["one without a signature", token(CLAIMS, { alg: "none", typ: "at+jwt" }, ""), "Refused, for one reason."],
  ["an encrypted one", `${encodePart({ alg: "RSA-OAEP", enc: "A256GCM" })}.YQ.YQ.YQ.YQ`, "Refused, for one reason."],
  ["one that is cut off", token(CLAIMS).slice(0, -20), "Well formed but for its signature, which no key will verify."],
  ["one that is too long", token({ ...CLAIMS, sub: "x".repeat(9000) }), "Refused, for one reason."],
  ["one of nobody", token({ hello: "world" }, { alg: "ES256" }), "Refused, for one reason."],
  [
    "a line of cookies",
    `Cookie: a=b; session=${token(CLAIMS)}; c=d`,
    "A good Access token, as far as can be seen without a key.",
  ],
  [
    "an answer of a server",
    JSON.stringify({ access_token: token(CLAIMS), token_type: "Bearer" }),
    "A good Access token, as far as can be seen without a key.",
  ],
  ["a header", JSON.stringify(HEADER), "This is no token."],
  ["claims that are cut off", JSON.stringify(CLAIMS).slice(0, -20), "This is no token."],
  ["a key", "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----", "This is no token."],
  ["words", "hello world", "This is no token."],
  ["characters of no text", "\u0001\ufffd\u0002\ud800.\u202e.\u0007", "This is no token."],
];

describe.skipIf(chromium === null)("the decoder", () => {
  it("says of each text what the command says", async () => {
    for (const [what, text, verdict] of TEXTS) {
      expect(await decode(text), what).toBe(verdict);
      const { findings } = await inspectToken(text, { project, token: null, key: null, now: NOW });
      const codes = await page.locator(".findings .badge").allInnerTexts();
      expect(codes, what).toEqual(findings.map(({ code }) => code));
    }
  });

  it("says of claims in JSON what it says of a token with them, and that nobody has signed them", async () => {
    const good = "Good claims for a token of the kind Access token, which nobody has signed.";
    for (const [claims, verdict] of [
      [CLAIMS, good],
      [{ ...CLAIMS, exp: NOW - 10, iat: NOW - 100, email: 1, extra: 1 }, "Refused, for 2 reasons."],
      [without("client_id"), "Refused, for one reason."],
    ] as const) {
      expect(await decode(JSON.stringify(claims, null, 2))).toBe(verdict);
      const codes = await page.locator(".findings .badge").allInnerTexts();
      const { findings } = await inspectToken(token(claims), { project, token: null, key: null, now: NOW });
      expect(codes).toEqual(findings.map(({ code }) => code));
    }
    const shown = await seenText(page.locator("#decode-result"));
    expect(shown).toContain("These are claims and no token: nothing was signed, and anyone can have written them.");
    await decode(JSON.stringify({ ...without("jti"), [HOSTILE]: HOSTILE }));
    expect(await seenText(page.locator("#decode-result"))).toContain('Of what is missing, issue fills in "jti".');
    expect(await page.locator("img, script ~ script, iframe").count()).toBe(0);
  });

  it("says nothing of nothing, and nothing once the field is cleared", async () => {
    await decode(token(CLAIMS));
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => seenText(page.locator("#decode-result"))).toBe("");
    await page.getByLabel("Token").fill(" \n\t");
    await expect.poll(() => seenText(page.locator("#decode-result"))).toBe("");
  });

  it("explains the claims: what they say, when a time is, and which are not known", async () => {
    await decode(token({ ...CLAIMS, extra: [1] }));
    const row = (name: string) => page.locator("tr", { has: page.getByRole("rowheader", { name, exact: true }) });
    const cells = (name: string) => row(name).getByRole("cell").allInnerTexts();
    expect(await cells(ROLE)).toEqual(['"member"', "What the user may do."]);
    expect(await cells("exp")).toEqual([String(NOW + 600), expect.stringContaining("in 10 minutes")]);
    expect(await cells("extra")).toEqual([expect.stringContaining("1"), "Not in the claim set."]);
    expect(await cells("alg")).toEqual(['"ES256"', "Algorithm of the signature."]);
    const link = await row(ROLE).getByRole("link").getAttribute("href");
    expect(link).toBe("tokens/access-token.html#access-token.role");
  });

  it("holds a token against the kind that is chosen", async () => {
    await decode(token(CLAIMS));
    await page.getByLabel("Kind").selectOption("evilToken");
    await expect.poll(() => page.getByRole("status").textContent()).toMatch(/^Refused, for \d+ reasons\.$/);
    expect(await page.locator(".findings .badge").allInnerTexts()).toContain("type_mismatch");
    await page.getByLabel("Kind").selectOption("");
  });

  it("has an example of each kind, fresh and good", async () => {
    const buttons = page.locator("button[data-example]");
    const count = await buttons.count();
    expect(count).toBe(project.tokens.length);
    for (let at = 0; at < count; at++) {
      await buttons.nth(at).click();
      const name = await buttons.nth(at).textContent();
      await expect
        .poll(() => page.getByRole("status").textContent())
        .toBe(`A good ${name}, as far as can be seen without a key.`);
    }
  });

  it("shows hostile names and values as text, and can be read by everybody", async () => {
    await decode(token({ [HOSTILE]: HOSTILE, a: { [HOSTILE]: [HOSTILE] } }, { ...HEADER, [HOSTILE]: HOSTILE }));
    expect(await seenText(page.locator("#decode-result"))).toContain("<img src=x onerror=pwned=1>{{x}} ${1}");
    expect(await page.locator("img, script ~ script, iframe").count()).toBe(0);
    expect(await page.evaluate("typeof pwned")).toBe("undefined");
    expect(await findBarriers(page)).toEqual([]);
  });

  it.each([
    ["text", "x".repeat(1_100_000)],
    ["dots", ".".repeat(1_000_000)],
    ["one token", token({ ...CLAIMS, sub: "x".repeat(700_000) })],
    [
      "a token of many claims",
      token(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`claim${at}`, at]))),
    ],
    ["brackets", token(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)],
  ])("takes a megabyte of %s", async (_, text) => {
    const verdict = await decode(text);
    expect(verdict).toMatch(/^(?:Refused|This is no token)/);
    // What is shown is cut, so that the page stays quick.
    expect((await seenText(page.locator("#decode-result"))).length).toBeLessThan(50_000);
  });
});
