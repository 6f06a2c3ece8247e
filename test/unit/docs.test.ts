import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/project.js";
import { runInProcess } from "../support/run-in-process.js";

const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), "utf8");

/** The texts in back-ticks that stand in a text outside its code blocks. */
function codeSpans(markdown: string): readonly string[] {
  return [...withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? "");
}

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^```.*?^```$/gms, "");
}

/** The members of a union of string literals, in their order, from the source that declares it as a type or as a property. */
function unionIn(file: string, name: string): readonly string[] {
  const members: string[] = [];
  const visit = (node: ts.Node): void => {
    const isWanted = (ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node)) && node.name.getText() === name;
    if (isWanted && node.type !== undefined && ts.isUnionTypeNode(node.type)) {
      for (const member of node.type.types) {
        if (ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal)) members.push(member.literal.text);
      }
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return members;
}

/** The first cell of each row of a table that begins with a text in back-ticks, without them, and the cell behind it. */
function tableRows(markdown: string): readonly (readonly [first: string, second: string])[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, first = "", second = ""]) => [first, second]);
}

/** The part of a page under a heading, up to the next of its level. */
function section(markdown: string, heading: string): string {
  const [, text = ""] = markdown.split(`\n## ${heading}\n`);
  return text.split("\n## ", 1)[0] ?? "";
}

const pages = [
  ...readdirSync(path.join(REPOSITORY, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file.split(path.sep).join("/")}`),
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "README.md",
];

/** The anchors of a page, one for each heading, as GitHub makes them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutBlocks(read(page)).matchAll(/^#+ (.*)$/gm)) {
    const words = heading.replace(/\[(.*?)\]\(.*?\)/g, "$1").toLowerCase();
    const anchor = words.replace(/[^\w\- ]/g, "").replaceAll(" ", "-");
    for (let count = 0, free = anchor; ; count += 1, free = `${anchor}-${count}`) {
      if (anchors.has(free)) continue;
      anchors.add(free);
      break;
    }
  }
  return anchors;
}

describe("every page", () => {
  it.each(pages)("%s links to files that exist", (page) => {
    const links = [...withoutBlocks(read(page)).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? "");
    const files = links.filter((link) => !link.startsWith("https://"));
    expect(files.filter((file) => !existsSync(path.join(REPOSITORY, path.dirname(page), file)))).toEqual([]);
  });

  it.each(pages)("%s links to headings that exist", (page) => {
    const links = [...withoutBlocks(read(page)).matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)];
    const missing = links.filter(([, file = "", anchor = ""]) => {
      const target = file === "" ? page : path.posix.join(path.posix.dirname(page), file);
      return !anchorsOf(target).has(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it.each(pages)("%s names paths of this repository that exist", (page) => {
    // With a placeholder in capitals (`src/api/NAME.ts`) it is a pattern and no path.
    const isPath = (span: string) => /^(?:src|test|docs|schemas|scripts|bench|\.ci)\/[\w./-]*$/.test(span);
    const named = codeSpans(read(page)).filter((span) => isPath(span) && !/[A-Z]{4}/.test(span));
    expect(named.filter((span) => !existsSync(path.join(REPOSITORY, span)))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const page = read("docs/architecture.md");
  const layers = tableRows(section(page, "The folders of src/"));

  it("names files of a layer that are in its folder", () => {
    const files = [...page.matchAll(/^\| `(src\/[^`]*\/)` \| .*$/gm)].flatMap(([row, folder = ""]) =>
      codeSpans(row)
        .filter((span) => /^[\w/-]+\.ts$/.test(span))
        .map((span) => folder + span),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !existsSync(path.join(REPOSITORY, file)))).toEqual([]);
  });

  const entriesOf = (folder: string) =>
    readdirSync(path.join(REPOSITORY, folder), { withFileTypes: true }).map(
      (entry) => `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`,
    );

  it("has a row for everything in src/", () => {
    const named = layers.map(([layer]) => layer).filter((layer) => layer !== "src/schema/json-schema.ts");
    expect([...named].sort()).toEqual(entriesOf("src/").sort());
  });

  it.each(["src/schema/", "src/runtime/", "src/io/"])("has a row for each folder of %s", (folder) => {
    const named = tableRows(section(page, "The folders inside the large ones")).map(([name]) => name);
    expect(named.filter((name) => name.startsWith(folder)).sort()).toEqual(
      entriesOf(folder)
        .filter((entry) => entry.endsWith("/"))
        .sort(),
    );
  });
});

describe("docs/errors.md", () => {
  const page = read("docs/errors.md");

  it.each([
    ["UsageError", "src/errors.ts", "UsageErrorCode"],
    ["ConfigError", "src/errors.ts", "ConfigErrorCode"],
    ["SchemaError", "src/errors.ts", "SchemaErrorCode"],
    ["FileSystemError", "src/errors.ts", "FileSystemErrorCode"],
    ["ClaimsError", "src/runtime/errors/claims-error.ts", "ClaimsErrorCode"],
    ["ClaimIssue", "src/runtime/errors/claim-issue.ts", "code"],
  ])("has an entry for each code of %s, in the order of the source", (heading, file, union) => {
    const codes = unionIn(file, union);
    expect(codes.length).toBeGreaterThan(2);
    expect([...section(page, heading).matchAll(/^### (.*)$/gm)].map(([, code]) => code)).toEqual(codes);
  });

  it("has no other part", () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "UsageError",
      "ConfigError",
      "SchemaError",
      "FileSystemError",
      "ClaimsError",
      "ClaimIssue",
    ]);
  });

  it("shows with each code what is printed with that code", () => {
    const shown = page.split(/^### /m).flatMap((entry) => {
      const [, printed] = /^error \[(\w+)\]/m.exec(entry) ?? [];
      return printed === undefined ? [] : [[entry.split("\n", 1)[0], printed]];
    });
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(([heading, printed]) => heading !== printed)).toEqual([]);
  });
});

/** What the command line prints on stdout, with every run of blanks as one. */
async function printed(...words: readonly string[]): Promise<string> {
  const { out, err } = await runInProcess(words);
  return (out + err).replace(/\s+/g, " ");
}

describe("docs/commands/", () => {
  const commands = readdirSync(path.join(REPOSITORY, "docs/commands")).map((file) => file.replace(/\.md$/, ""));

  it("has a page for each command", async () => {
    const names = [...(await printed("--help")).matchAll(/ claimsmith ([a-z]+) /g)].map(([, name]) => name ?? "");
    expect([...new Set(names)].sort()).toEqual(commands);
  });

  it.each(commands)("%s lists the options that --help lists, in its words", async (command) => {
    const help = await printed(command, "--help");
    const options = tableRows(read(`docs/commands/${command}.md`)).filter(([name]) => /^(?:--|dir$)/.test(name));
    const named = options.map(([name]) => name).filter((name) => name.startsWith("--"));
    const [, optionsOfHelp = ""] = /Options: (.*?)(?: Examples:|$)/.exec(help) ?? [];
    expect([...new Set(optionsOfHelp.match(/--[a-z-]+/g))].sort()).toEqual([...named].sort());
    expect(options.filter(([name, words]) => !help.includes(` ${name} ${words} [`))).toEqual([]);
  });

  it("explains each state of generate --check", () => {
    const rows = tableRows(section(read("docs/commands/generate.md"), "--check"));
    expect(rows.map(([state]) => state)).toEqual(unionIn("src/io/package/compare-package.ts", "FileState"));
  });
});

describe("docs/config.md", () => {
  const page = read("docs/config.md");
  const rows = (text: string) => [...text.matchAll(/^\| (`[^|]*?) \|/gm)].flatMap(([, cell = ""]) => codeSpans(cell));
  const { properties, ...schema } = JSON.parse(read("schemas/config.schema.json"));

  it("has a row for each key of the config, in the order of its JSON Schema", () => {
    expect(schema).toHaveProperty("additionalProperties", false);
    expect(rows(section(page, "The file"))).toEqual(Object.keys(properties));
  });

  it("has a row for each key of a token, in the order of the JSON Schema", () => {
    expect(rows(section(page, "A token"))).toEqual(Object.keys(properties.tokens.additionalProperties.properties));
  });

  it("names every target and every algorithm", () => {
    const { algorithms } = properties.tokens.additionalProperties.properties;
    const named = codeSpans(page);
    expect(
      [...algorithms.items.enum, ...properties.targets.items.enum].filter((name) => !named.includes(name)),
    ).toEqual([]);
  });
});

describe("docs/api.md", () => {
  it("names everything that the package exports, but for types", async () => {
    const words = new Set(codeSpans(read("docs/api.md")).flatMap((span) => span.match(/^\w+/) ?? []));
    const exported = Object.keys(await import("../../src/index.js"));
    expect(exported.length).toBeGreaterThan(20);
    expect(exported.filter((name) => !words.has(name))).toEqual([]);
  });
});

describe("docs/README.md", () => {
  it("leads to every page of docs/ and docs/commands/", () => {
    const links = [...read("docs/README.md").matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => `docs/${link}`);
    const wanted = pages.filter((page) => /^docs\/(?:commands\/)?[a-z-]+\.md$/.test(page));
    expect(wanted.filter((page) => !links.includes(page))).toEqual([]);
  });
});

describe("docs/decisions/", () => {
  const records = readdirSync(path.join(REPOSITORY, "docs/decisions")).sort();

  it("are numbered without a gap", () => {
    const numbers = records.map((file) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]);
    expect(numbers).toEqual(records.map((_, index) => String(index + 1).padStart(4, "0")));
  });

  it.each(records)("%s says context, decision and consequences", (file) => {
    const headings = [...read(`docs/decisions/${file}`).matchAll(/^#+ .*$/gm)].map(([heading]) => heading);
    expect(headings.slice(1)).toEqual(["## Context", "## Decision", "## Consequences"]);
  });

  it("give a reason for each dependency", () => {
    const record = read("docs/decisions/0002-dependencies.md");
    const rows = record.match(/^\| `.*?\|/gm) ?? [];
    const named = rows.flatMap((row) => codeSpans(row));
    const manifest: Record<string, Record<string, string>> = JSON.parse(read("package.json"));
    const installed = Object.keys({ ...manifest["dependencies"], ...manifest["devDependencies"] });
    expect([...named].sort()).toEqual(installed.sort());
  });
});
