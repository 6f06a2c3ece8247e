import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { docs } from "../../../src/api/docs.js";
import { ClaimsmithError } from "../../../src/errors.js";
import { HOSTILE, SAMPLE_PROJECT } from "../../support/catalogue-sample.js";
import { scratchFolder, writeProject } from "../../support/scratch-project.js";
import { scratchRepository } from "../../support/scratch-repository.js";

let scratch: string;
let folder: string;
let counter = 0;

beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));
beforeEach(() => {
  counter += 1;
  folder = path.join(scratch, `project-${counter}`);
  writeProject(folder, SAMPLE_PROJECT);
});

const write = (options: Parameters<typeof docs>[0] = {}) =>
  docs({ cwd: folder, config: "claims.config.json", ...options });
const read = (file: string): string => fs.readFileSync(path.join(folder, file), "utf8");

async function refusal(options: Parameters<typeof docs>[0]): Promise<string> {
  try {
    await write(options);
    return "written";
  } catch (error) {
    if (!(error instanceof ClaimsmithError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

const PAGES = [".claimsmith.json", "decode.html", "index.html", "tokens/access-token.html", "tokens/evil-token.html"];
const TEXTS = [".claimsmith.json", "README.md", "tokens/access-token.md", "tokens/evil-token.md"];

describe("docs", () => {
  it("writes pages, the same at every run, and none that has not changed", async () => {
    expect(await write()).toMatchObject({ start: "index.html", written: PAGES, removed: [], unchanged: 0 });
    const before = PAGES.map((file) => read(`catalogue/${file}`));
    expect(await write()).toMatchObject({ written: [], unchanged: PAGES.length });
    fs.rmSync(path.join(folder, "catalogue"), { recursive: true });
    await write();
    expect(PAGES.map((file) => read(`catalogue/${file}`))).toEqual(before);
  });

  it("replaces the pages of another format, and keeps what somebody added", async () => {
    await write({ out: "out" });
    writeProject(folder, { "out/CNAME": "claims.acme.example" });
    const result = await write({ out: "out", format: "markdown" });
    expect(result).toMatchObject({ start: "README.md", written: TEXTS, removed: PAGES.slice(1) });
    expect(fs.readdirSync(path.join(folder, "out")).sort()).toEqual([
      ".claimsmith.json",
      "CNAME",
      "README.md",
      "tokens",
    ]);
  });

  it("leaves the last catalogue whole where the project is wrong", async () => {
    await write();
    const before = read("catalogue/index.html");
    writeProject(folder, { "access.json": { type: "object", properties: { exp: { type: "string" } } } });
    expect(await refusal({})).toMatch(/"exp"/);
    expect(read("catalogue/index.html")).toBe(before);
  });

  it.each([
    ["generated", /: it is where the generated package stands\.$/],
    ["generated/docs", /: it is where the generated package stands\.$/],
    [".", /: it holds the config, and would be replaced\.$/],
    ["..", /: it holds the config, and would be replaced\.$/],
    ["taken", /: it holds files that are not the catalogue's\.$/],
    ["package", /: it holds a generated package\.$/],
    ["link", /: it is a link\.$/],
  ])("refuses to write to %s", async (out, message) => {
    writeProject(folder, {
      "taken/notes.txt": "mine",
      "package/.claimsmith.json": { inputs: "0", files: { "package.json": "0" } },
      "elsewhere/x": "",
    });
    fs.symlinkSync(path.join(folder, "elsewhere"), path.join(folder, "link"));
    const refused = await refusal({ out });
    expect(refused).toMatch(/^invalid_option: The catalogue cannot be written to /);
    expect(refused).toMatch(message);
    expect(fs.readdirSync(path.join(folder, "taken"))).toEqual(["notes.txt"]);
  });

  it.each([
    ["index.html", "<p>My own page.</p>", /^cannot_write: \S+index\.html is a file that claimsmith did not write/],
    ["README.md", "# Mine", /^cannot_write: \S+README\.md is a file that claimsmith did not write/],
    // As a merge leaves it: of the other branch, and listed nowhere.
    ["index.html", "<footer>Written by claimsmith from the schemas</footer>", /^written$/],
  ])("asks before a page takes the place of %s that no run has written", async (file, text, want) => {
    await write({ out: "out", format: file.endsWith(".md") ? "html" : "markdown" });
    writeProject(folder, { [`out/${file}`]: text });
    const refused = await refusal({ out: "out", format: file.endsWith(".md") ? "markdown" : "html" });
    expect(refused).toMatch(want);
    expect(read(`out/${file}`) === text).toBe(refused !== "written");
  });

  it("goes on where its manifest cannot be read, with what is its own alone", async () => {
    await write({ out: "out", format: "markdown" });
    writeProject(folder, { "out/.claimsmith.json": "<<<<<<< ours" });
    const access = SAMPLE_PROJECT["access.json"] as object;
    writeProject(folder, { "access.json": { ...access, title: "New title" } });
    expect(await refusal({ out: "out", format: "markdown" })).toBe("written");
    expect(read("out/README.md")).toContain("New title");
    writeProject(folder, { "out/.claimsmith.json": "<<<<<<< ours", "out/package.json": "{}" });
    expect(await refusal({ out: "out", format: "markdown" })).toMatch(/: it holds a generated package\.$/);
  });

  it("refuses to write where a file is", async () => {
    expect(await refusal({ out: "access.json" })).toMatch(/^not_a_folder: /);
  });

  it("says which claims keep a token from having an example, and writes the rest", async () => {
    const never = { type: "object", properties: { a: { type: "string", pattern: "^(?=b)c$" } }, required: ["a"] };
    writeProject(folder, { "access.json": never });
    const { withoutExample } = await write();
    expect(withoutExample).toEqual([{ token: "accessToken", claims: ["a"] }]);
    expect(read("catalogue/tokens/access-token.html")).not.toContain('id="example"');
  });

  it("shows hostile texts in Markdown as text", async () => {
    await write({ format: "markdown" });
    const text = TEXTS.slice(1)
      .map((file) => read(`catalogue/${file}`))
      .join("\n")
      // What stands in blocks of code is nothing but text.
      .replace(/^(`{3,})\w+\n.*?^\1$/gms, "");
    expect(HOSTILE).toContain("<img");
    expect(text).not.toMatch(/<img|<\/script|(?<!\\)\]\(javascript|\u202e|\0/);
    // Every row of a table has as many cells as its head.
    for (const [table] of text.matchAll(/^\|.*\|\n\| --- .*\n(?:\|.*\|\n)+/gm)) {
      const cells = table
        .trim()
        .split("\n")
        .map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size, table.slice(0, 200)).toBe(1);
    }
  });
});

describe("docs with history", () => {
  it("tells what each commit did, the newest first, and skips what cannot be read", async () => {
    const repository = scratchRepository();
    // The sample's own, in the form in which it is written there.
    const access = SAMPLE_PROJECT["access.json"] as object;
    const commit = (message: string, files: Readonly<Record<string, unknown>>): void => {
      repository.commit(files);
      repository.git("commit", "-q", "--amend", "-m", message);
    };
    commit("First", SAMPLE_PROJECT);
    commit("Unreadable", { "access.json": "{" });
    commit("Role is <optional>", { "access.json": { ...access, required: ["sub"] } });
    commit("Words only", { "other.txt": "x" });
    await docs({ cwd: repository.folder, history: true, format: "markdown" });
    const text = fs.readFileSync(path.join(repository.folder, "catalogue/README.md"), "utf8");
    repository.remove();
    const [, changes = ""] = text.split("## Changes\n\n");
    expect(changes.replace(/\d{4}-\d\d-\d\d `[0-9a-f]{9}`/g, "DAY COMMIT")).toBe(
      [
        "- DAY COMMIT Role is &lt;optional&gt;",
        "  - `accessToken`: **breaking**, deploy consumers first",
        '    - Claim "https:<!-- -->//acme.example/claims/role" is now optional.',
        "- DAY COMMIT Unreadable",
        "  - It could not be compared: The file ends too early.",
        "- DAY COMMIT First",
        "  - `accessToken`: **added**",
        "  - `evilToken`: **added**",
        "",
      ].join("\n"),
    );
  });

  it("refuses where there is no history", async () => {
    expect(await refusal({ history: true })).toMatch(/^unknown_revision: There is no history to show/);
  });
});
