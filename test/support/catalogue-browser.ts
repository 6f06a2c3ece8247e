import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";

/** A page that is open, and what it did that no page of a catalogue may do. */
export interface OpenPage {
  readonly page: Page;
  /** Requests, console messages and errors. */
  readonly faults: readonly string[];
}

/** Checks a page for what keeps people with disabilities out; put into each page before its own policy counts. */
const AXE = axe.source;

/** Starts Chromium without a window. */
export function startChromium(executablePath: string): Promise<Browser> {
  // In a container its own sandbox cannot start; the pages are our own.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Opens a file of a folder as a browser does, from the disk. */
export async function openFile(
  browser: Browser,
  folder: string,
  file: string,
  options: BrowserContextOptions & { readonly axe?: boolean } = {},
): Promise<OpenPage> {
  const { axe = false, ...context } = options;
  const page = await browser.newPage(context);
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`);
  });
  if (axe) await page.addInitScript(AXE);
  await page.goto(fileUrl(folder, file));
  return { page, faults };
}

/** The address of a page; what follows `#` stays as it is. */
export function fileUrl(folder: string, file: string): string {
  const [name = "", ...fragment] = file.split("#");
  return [pathToFileURL(path.join(folder, name)).href, ...fragment].join("#");
}

/** The rules of axe that the page breaks, each with the first element that does. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes[0].html.slice(0, 200)))",
  );
}

/** How far the page is wider than its window, in pixels. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
}

/** The text of an element as it is seen: without what is hidden. */
export function seenText(locator: Locator): Promise<string> {
  return locator.evaluate((element) => String(Reflect.get(element, "innerText")));
}
