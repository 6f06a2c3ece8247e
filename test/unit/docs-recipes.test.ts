import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CASES, WITHOUT_KEYS } from "../recipes/cases.js";
import { RECIPES } from "../recipes/recipes.js";
import { REPOSITORY } from "../support/project.js";

const FOLDER = path.join(REPOSITORY, "docs/recipes");
const read = (file: string): string => readFileSync(path.join(FOLDER, file), "utf8");

const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const readme = read("README.md");

/** The files of a recipe by their paths in its folder. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(path.join(FOLDER, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(FOLDER, folder), path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

/** The files that a page shows, each with its text: a path in back-ticks, and the block under it. */
function shownOn(page: string): readonly (readonly [file: string, text: string])[] {
  const blocks = page.matchAll(/^`([^`\n]+)`[^\n]*:?[^\n]*\n\n```ts\n(.*?)^```$/gms);
  return [...blocks].map(([, file = "", text = ""]) => [file, text]);
}

/** The anchors of a page's headings. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
}

/** Names and versions of packages, of a list of dependencies. */
function versionsIn(file: string): ReadonlyMap<string, string> {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(path.join(REPOSITORY, file), "utf8"),
  );
  return new Map(Object.entries(dependencies));
}

describe("docs/recipes/", () => {
  it("has a page for each folder", () => {
    const pages = readdirSync(FOLDER).filter((file) => file.endsWith(".md") && file !== "README.md");
    expect(pages.sort()).toEqual(folders.map((folder) => `${folder}.md`));
  });

  it("are all run, and are all named by the README", () => {
    expect([...new Set(RECIPES.map(({ folder }) => folder))].sort()).toEqual(folders);
    const linked = [...readme.matchAll(/^\| \[[^\]]+\]\(([\w-]+)\.md\)/gm)].map(([, page]) => page);
    expect(linked.sort()).toEqual(folders);
  });

  it("are required by their ids, all of them", () => {
    const [, ids = ""] = /--require (\S+)/.exec(readme) ?? [];
    expect(ids.split(",").sort()).toEqual(RECIPES.map(({ id }) => id).sort());
  });

  it("say what callers see as the calls are made", () => {
    const rows = [...readme.matchAll(/^\| ([^|]*) \| (\d+) \| (.*?) ?\|$/gm)].map(([, ...cells]) => cells);
    const wanted = [...CASES, WITHOUT_KEYS].map(({ name, want: { status, challenge } }) => [
      name,
      String(status),
      challenge === null ? "" : `\`${challenge}\``,
    ]);
    expect(rows).toEqual(wanted);
  });

  it("are compiled by one version of TypeScript, here and by frameworks that build themselves", () => {
    const { version } = JSON.parse(readFileSync(path.join(REPOSITORY, "node_modules/typescript/package.json"), "utf8"));
    expect(versionsIn("test/recipes/package.json").get("typescript")).toBe(version);
  });
});

describe("where API Gateway answers by itself", () => {
  const cases = [...CASES, WITHOUT_KEYS];
  const rows = [...read("aws-lambda.md").matchAll(/^\| ([^|]+) \| (\d+)[^|]* \| (\d+)[^|]* \|$/gm)];

  it.each([
    ["no token", CASES.filter(({ name }) => name === "no token")],
    [
      "a token or a header that is refused",
      CASES.filter(({ authorization, want }) => authorization.length > 0 && [400, 401].includes(want.status)),
    ],
    ["a token that does not grant the scope", CASES.filter(({ want }) => want.status === 403)],
    ["a good token while there are no keys", cases.filter(({ want }) => want.status === 503)],
  ])("the page says what is answered to %s", (request, meant) => {
    const [, , ...said] = rows.find(([, name]) => name === request) ?? [];
    const gateways = RECIPES.filter(({ folder }) => folder === "aws-lambda");
    const answers = gateways.map(({ adapt }) =>
      [...new Set(meant.map((given) => String(adapt?.(given).status)))].join(),
    );
    expect(said).toEqual(answers);
  });
});

describe("where Next.js differs", () => {
  it("the page says so", () => {
    const next = RECIPES.find(({ id }) => id === "next");
    const differing = CASES.map((given) => [given.name, given.want.status, next?.adapt?.(given).status] as const);
    const rows = [...read("next.md").matchAll(/^\| ([^|]+) \| (\d+) \| \|$/gm)].map(([, name, status]) => [
      name,
      Number(status),
    ]);
    expect(rows).toEqual(differing.filter(([, want, got]) => want !== got).map(([name, , got]) => [name, got]));
  });
});

describe.each(folders)("docs/recipes/%s.md", (folder) => {
  const page = read(`${folder}.md`);

  it("has the sections that all have", () => {
    const headings = [...page.replace(/^```.*?^```$/gms, "").matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["What you get", "Install", "Code", "What callers see", "Notes"]);
  });

  it("shows its files as they are, character for character, and all of them", () => {
    const shown = shownOn(page);
    expect(shown.map(([file]) => file).sort()).toEqual(filesOf(folder));
    for (const [file, text] of shown) expect(text).toBe(read(`${folder}/${file}`));
    expect(page.match(/^```ts$/gm)).toHaveLength(shown.length);
  });

  it("installs the versions that it is run with", () => {
    const versions = versionsIn("test/recipes/package.json");
    const named = [...page.matchAll(/^npm install (.*)$/gm)].flatMap(([, words = ""]) => words.split(" "));
    const packages = named.filter((word) => !word.startsWith("--") && word !== "@acme/claims");
    expect(packages.length).toBeGreaterThan(0);
    const pinned = packages.map((word) => {
      const name = word.slice(0, word.lastIndexOf("@"));
      return `${name}@${versions.get(name)?.split(".", 1)[0]}`;
    });
    expect(packages).toEqual(pinned);
  });

  it("links to headings that exist", () => {
    const links = [...page.matchAll(/\]\(([^)#]+)#([^)]+)\)/g)].map(([, file = "", anchor = ""]) => [file, anchor]);
    const dead = links.filter(([file = "", anchor = ""]) => !anchorsOf(read(file)).includes(anchor));
    expect(dead).toEqual([]);
  });

  it("changes no types of others", () => {
    const augmenting = filesOf(folder).filter((file) =>
      /\bdeclare\s+(?:global|module)\b/.test(read(`${folder}/${file}`)),
    );
    expect(augmenting).toEqual([]);
  });
});
