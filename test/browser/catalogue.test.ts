import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docs } from "../../src/api/docs.js";
import {
  fileUrl,
  findBarriers,
  findOverflow,
  openFile,
  seenText,
  startChromium,
} from "../support/catalogue-browser.js";
import { HOSTILE, ROLE, SAMPLE_PROJECT } from "../support/catalogue-sample.js";
import { findProgram } from "../support/find-program.js";
import { type ScratchRepository, scratchRepository } from "../support/scratch-repository.js";

const chromium = findProgram("chromium", "the catalogue in a browser");
/** One with each of the two scripts. */
const PAGES = ["tokens/access-token.html", "decode.html#example=access-token"];

/** What a page may come to look like, beside how it opens. */
const STATES: readonly (readonly [what: string, file: string, act: (page: Page) => Promise<void>])[] = [
  ["the first page", "index.html", async () => {}],
  ["a search without a result", "index.html", (page) => page.getByRole("searchbox").fill("nowhere")],
  ["a token with a claim that a link led to", "tokens/access-token.html#access-token.role", async () => {}],
  ["a token with its types", "tokens/access-token.html", (page) => page.locator("summary").first().click()],
  ["a hostile token", "tokens/evil-token.html", async () => {}],
  ["a token with one claim", "tokens/search.html", async () => {}],
  ["the decoder", "decode.html", async () => {}],
  ["a good token", "decode.html#example=access-token", waitForVerdict],
  ["a bad token", "decode.html#example=evil-token", (page) => judge(page, '{"iss":"x","exp":1,"aud":["<b>"],"a":{}}')],
];

const WIDTHS = [1280, 360] as const;
/** Of 1280 at a zoom of 400 percent (WCAG 2.2, 1.4.10). */
const REFLOW = 320;

let repository: ScratchRepository;
let folder: string;
let browser: Browser;

beforeAll(async () => {
  if (chromium === null) return;
  repository = scratchRepository();
  const config = SAMPLE_PROJECT["claims.config.json"] as { tokens: object };
  // Its name is that of an element of every page.
  const search = { schema: "small.json", type: "small+jwt", audience: "x", algorithms: ["RS256"], lifetime: "1m" };
  const access = SAMPLE_PROJECT["access.json"] as object;
  repository.commit({
    ...SAMPLE_PROJECT,
    "claims.config.json": { ...config, tokens: { ...config.tokens, search } },
    "small.json": { type: "object", properties: { x: { type: "boolean" } } },
  });
  repository.commit({ "access.json": { ...access, required: ["sub"] } });
  repository.git("commit", "-q", "--amend", "-m", HOSTILE.replace("\0", ""));
  repository.commit({ "access.json": access });
  await docs({ cwd: repository.folder, config: "claims.config.json", history: true });
  folder = path.join(repository.folder, "catalogue");
  browser = await startChromium(chromium);
});
afterAll(async () => {
  await browser?.close();
  repository?.remove();
});

async function waitForVerdict(page: Page): Promise<void> {
  await page.locator(".verdict").waitFor();
}

async function judge(page: Page, text: string): Promise<void> {
  await waitForVerdict(page);
  await page.getByLabel("Token").fill(text);
  await page.locator(".verdict.bad").waitFor();
}

describe.skipIf(chromium === null)("every page of a catalogue", () => {
  it.each(["light", "dark"] as const)(
    "fits its window, asks for nothing and keeps nobody out, in the %s theme, wide, narrow and enlarged",
    async (colorScheme) => {
      const { page, faults } = await openFile(browser, folder, "index.html", { colorScheme, axe: true });
      for (const [what, file, act] of STATES) {
        await page.goto("about:blank");
        await page.goto(fileUrl(folder, file));
        await act(page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect(await findOverflow(page), `${what} at ${width}`).toBeLessThanOrEqual(0);
          expect(await findBarriers(page), `${what} at ${width}`).toEqual([]);
        }
        await page.setViewportSize({ width: REFLOW, height: 256 });
        expect(await findOverflow(page), `${what} at ${REFLOW}`).toBeLessThanOrEqual(0);
      }
      expect(faults).toEqual([]);
      await page.close();
    },
  );

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
      document.body.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }));
      const form = Object.assign(document.createElement("form"), { action: "https://acme.example/" });
      document.body.append(form);
      form.submit();
      const script = document.createElement("script");
      script.append("globalThis.pwned = 1");
      document.body.append(script);
    })`);
    expect(blocked).toEqual(["connect-src", "form-action", "img-src", "require-trusted-types-for", "style-src-elem"]);
    expect(await page.evaluate("typeof pwned")).toBe("undefined");
    await page.close();
  });

  it.each(PAGES)("%s takes no text for markup or code, whoever should try", async (file) => {
    const { page } = await openFile(browser, folder, file);
    // Put off, since what a debugger runs may do more than the page.
    const tried = await page.evaluate<string[]>(`new Promise((resolve) => setTimeout(() => resolve([
      () => { document.body.innerHTML = "<b>"; },
      () => { document.body.outerHTML = "<b>"; },
      () => document.body.insertAdjacentHTML("beforeend", "<b>"),
      () => document.write("<b>"),
      () => new DOMParser().parseFromString("<b>", "text/html"),
      () => document.createRange().createContextualFragment("<b>"),
      () => { document.createElement("iframe").srcdoc = "<b>"; },
      () => { document.createElement("script").src = "https://acme.example/x.js"; },
      () => document.body.setAttribute("onclick", "pwned = 1"),
      () => new Worker("data:,1"),
      () => eval("1"),
      () => trustedTypes.createPolicy("default", {}),
    ].map((attempt) => { try { attempt(); return attempt + " passed"; } catch (error) { return error.name; } }))))`);
    expect(new Set(tried.filter((name) => name !== "TypeError" && name !== "EvalError"))).toEqual(new Set());
    await page.close();
  });

  it("leads those who read by the keyboard through all of it, in order, and shows where they are", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html", { reducedMotion: "reduce" });
    // What can be reached, in the order of the page; a link that is not drawn cannot.
    const wanted = await page.evaluate<
      string[]
    >(`(globalThis.nameOf = (one) => one.localName + " " + (one.href ?? one.id)
      + " " + one.textContent, [...document.querySelectorAll("a[href], button, input, summary")]
      .filter((one) => one.checkVisibility()).map(nameOf))`);
    expect(wanted.length).toBeGreaterThan(40);
    const seen: unknown[] = [];
    for (let at = 0; at < wanted.length; at++) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate(`((one) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const { top, bottom } = one.getBoundingClientRect();
          const isSeen = outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight;
          return isSeen ? nameOf(one) : "not seen: " + nameOf(one);
        })(document.activeElement)`),
      );
    }
    expect(seen).toEqual(wanted);
    expect(wanted[0]).toMatch(/^a \S+#main Skip to the content$/);
    await page.close();
  });

  it("tells those who listen what is where", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html");
    for (const [role, names] of [
      ["banner", [""]],
      ["navigation", ["Pages", "On this page"]],
      ["main", [""]],
      ["search", [""]],
      ["searchbox", [/^Search the \d+ claims$/]],
      ["region", ["Claims", "Claim by claim", "Policy", "Size", "Example", "Changes"]],
      ["button", ["Copy the header", "Copy the claims", "Copy the token"]],
    ] as const) {
      expect(await page.getByRole(role).count(), role).toBe(names.length);
      for (const name of names) expect(await page.getByRole(role, { name }).count(), String(name)).toBeGreaterThan(0);
    }
    expect(await page.getByRole("article", { name: ROLE, exact: true }).count()).toBe(1);
    await page.close();
  });

  it("prints what can be read on paper, and moves for nobody who would not have it", async () => {
    const { page } = await openFile(browser, folder, "tokens/access-token.html", { colorScheme: "dark" });
    const style = (of: string) => page.evaluate<string>(`((html) => ${of})(document.documentElement)`);
    expect(await style("getComputedStyle(html).scrollBehavior")).toBe("smooth");
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    expect(await style("getComputedStyle(html).scrollBehavior")).toBe("auto");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await style("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await style("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
    for (const role of ["navigation", "searchbox", "button"] as const) {
      expect(await page.getByRole(role).count(), role).toBe(0);
    }
    expect(await page.locator("summary:visible").count()).toBe(0);
    for (const name of ["Claims", "Policy", "Size", "Example", "Changes"]) {
      expect(await page.getByRole("heading", { name, exact: true }).first().isVisible(), name).toBe(true);
    }
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

it.skipIf(chromium === null)("has no two elements of one name, whatever a kind of token is called", async () => {
  const { page } = await openFile(browser, folder, "index.html#search.x");
  await page.waitForURL(/tokens\/search\.html#search\.x$/);
  for (const file of ["index.html", "tokens/search.html", "decode.html"]) {
    await page.goto(fileUrl(folder, file));
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size, file).toBe(ids.length);
  }
  await page.close();
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
