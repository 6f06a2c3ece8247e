import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { compileStrictly } from "../../support/compile-strictly.js";
import { loadPackage } from "../../support/load-package.js";
import { configOf, projectOf, REPOSITORY } from "../../support/project.js";

const TEXTS = [
  ...[
    "*/ alert(1) /*",
    "</script><script>",
    "<!--",
    "`$" + "{process.exit(3)}`",
    "//# sourceMappingURL=x",
    "{@link x}",
  ],
  ...[
    "a\u2028b\u2029c",
    "lone \ud800 x",
    "\udc00",
    "q\"'\\ \\u0041 \\",
    "nul\u0000",
    "\u202e\u2066\u200f\u061c",
    "\r\n\t\u0085\ufeff",
  ],
];
const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "prototype",
  "0",
  "*/",
  "a\u2028b",
  "`$" + "{x}`",
  "</script>",
  "q\"'\\k",
  "\u0000n",
];
/** Values as the text of JSON: numbers at the limits of what it says exactly, and an object of names that every object has. */
const VALUES = ["9007199254740993", "1e21", "5e-324", "1.7976931348623157e308", '{"__proto__":{"constructor":["*/"]}}'];

const ALL = Object.fromEntries(NAMES.map((name) => [name, name]));
const MEMBERS = [
  ...TEXTS.map(
    (text, at) =>
      [
        `text_${at}`,
        JSON.stringify({ type: "string", description: text, examples: [text] }),
        JSON.stringify(text),
      ] as const,
  ),
  ...NAMES.map((name) => [name, JSON.stringify({ description: name, examples: [ALL] }), JSON.stringify(ALL)] as const),
  ...VALUES.map((value, at) => [`value_${at}`, `{"examples":[${value}]}`, value] as const),
  // No token holds its only example, so that another is made.
  ["long", JSON.stringify({ type: "string", examples: ["x*/".repeat(350_000)] }), '"long-1"'] as const,
];
const object = (text: (member: (typeof MEMBERS)[number]) => string) =>
  `{${MEMBERS.map((member) => `${JSON.stringify(member[0])}:${text(member)}`).join(",")}}`;
const SCHEMA = `{"type":"object","properties":${object(([, schema]) => schema)},"required":${JSON.stringify(MEMBERS.map(([name]) => name))}}`;
const WANT: object = JSON.parse(object(([, , value]) => value));
const CONFIG = configOf({ maxTokenBytes: 30_000 });

/** Functions that every test kit and package of a token `token` has. */
interface Exported {
  exampleTokenClaims(): object;
  fakeIssuer(): Promise<{ readonly key: unknown; issueToken(): Promise<string> }>;
  verifyToken(token: string, options: object): Promise<{ readonly claims: object }>;
}

async function expectExact(load: (module: string) => Promise<unknown>) {
  // What is loaded is a generated package.
  const { exampleTokenClaims, fakeIssuer } = (await load("testing.js")) as Exported;
  const { verifyToken } = (await load("index.js")) as Exported;
  const { exp: _exp, iat: _iat, ...example } = exampleTokenClaims() as Record<string, unknown>;
  expect(Object.entries(example)).toEqual(expect.arrayContaining(Object.entries(WANT)));
  expect(Object.keys(example).toSorted()).toEqual(Object.keys(WANT).toSorted());
  const { key, issueToken } = await fakeIssuer();
  const { claims } = await verifyToken(await issueToken(), { key });
  expect(Object.entries(claims)).toEqual(expect.arrayContaining(Object.entries(WANT)));
}

describe("examples of hostile names and values", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "claimsmith-hostile-"));
    await symlink(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("come back exactly from a package in JavaScript, and from its tokens", async () => {
    const loaded = await loadPackage(CONFIG, { "schema.json": SCHEMA });
    try {
      await expectExact(loaded.load);
    } finally {
      await loaded.remove();
    }
  }, 60_000);

  it("compile under every strict flag in a package in TypeScript, and come back exactly", async () => {
    const sources = path.join(REPOSITORY, "src/runtime");
    const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const runtime = new Map(files.map((file) => [file, readFileSync(path.join(sources, file), "utf8")]));
    const project = projectOf({ ...CONFIG, emit: "ts" }, { "schema.json": SCHEMA }, runtime);
    for (const [file, text] of await generatePackage(project)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
      expect(text).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    }
    expect(await compileStrictly(folder, ["index.ts", "testing.ts"])).toEqual([]);
    await expectExact((module) => import(pathToFileURL(path.join(folder, "out", module)).href));
  }, 60_000);
});
