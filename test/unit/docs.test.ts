import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { REPOSITORY } from "../support/project.js";

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
];

describe("every page", () => {
  it.each(pages)("%s links to files that exist", (page) => {
    const links = [...withoutBlocks(read(page)).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? "");
    const files = links.filter((link) => !link.startsWith("https://"));
    expect(files.filter((file) => !existsSync(path.join(REPOSITORY, path.dirname(page), file)))).toEqual([]);
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
        .filter((span) => /^[\w-]+\.ts$/.test(span))
        .map((span) => folder + span),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !existsSync(path.join(REPOSITORY, file)))).toEqual([]);
  });

  it("has a row for everything in src/", () => {
    const entries = readdirSync(path.join(REPOSITORY, "src"), { withFileTypes: true });
    const there = entries.map((entry) => `src/${entry.name}${entry.isDirectory() ? "/" : ""}`);
    const named = layers.map(([layer]) => layer).filter((layer) => layer !== "src/schema/json-schema.ts");
    expect([...named].sort()).toEqual(there.sort());
  });
});

describe("docs/errors.md", () => {
  const page = read("docs/errors.md");

  it.each([
    ["UsageError", "src/errors.ts", "UsageErrorCode"],
    ["ConfigError", "src/errors.ts", "ConfigErrorCode"],
    ["SchemaError", "src/errors.ts", "SchemaErrorCode"],
    ["FileSystemError", "src/errors.ts", "FileSystemErrorCode"],
    ["ClaimsError", "src/runtime/claims-error.ts", "ClaimsErrorCode"],
    ["ClaimIssue", "src/runtime/claim-issue.ts", "code"],
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
  let text = "";
  const plain = (word: string) => word;
  const terminal: Terminal = {
    out: (part) => {
      text += part;
    },
    err: (part) => {
      text += part;
    },
    progress: () => {},
    style: { red: plain, bold: plain, dim: plain },
    columns: 100,
  };
  await run(words, terminal);
  return text.replace(/\s+/g, " ");
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
    expect(rows.map(([state]) => state)).toEqual(unionIn("src/io/compare-package.ts", "FileState"));
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
