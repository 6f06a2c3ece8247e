import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { Project } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/project.js";
import { type Ended, runCommand } from "../support/run-command.js";

/** Built by `npm run build`, which every check begins with. */
const MAIN = path.join(REPOSITORY, "dist/cli/main.js");

type Files = Readonly<Record<string, string | Uint8Array>>;

let scratch: string;
/** A project that has been generated, which each case copies and breaks. */
let base: string;
let copies = 0;

const claimsmith = (words: readonly string[], cwd: string): Promise<Ended> =>
  runCommand(process.execPath, [MAIN, ...words], { cwd });

beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), "claimsmith-failures-"));
  base = path.join(scratch, "base");
  write(base, { ...configWith(), ...schemaWith({}) });
  expect(await claimsmith(["generate"], base)).toMatchObject({ code: 0, stderr: "" });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

function copyOfBase(): string {
  copies += 1;
  const folder = path.join(scratch, `copy-${copies}`);
  cpSync(base, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** One digest of all files and links below a folder: their paths, and what they hold. */
function digestOf(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { entry, file } of entries) {
    hash.update(`\0${path.relative(folder, file)}\0`);
    if (entry.isSymbolicLink()) hash.update(readlinkSync(file));
    else if (entry.isFile()) hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

const TOKEN = { schema: "schemas/session.json", algorithms: ["ES256"], lifetime: "15m" };

function configWith(token: object = {}, top: object = {}): Files {
  const value = {
    package: { name: "@acme/claims", version: "1.0.0" },
    tokens: { session: { ...TOKEN, ...token } },
    ...top,
  };
  return { "claims.config.json": JSON.stringify(value, null, 2) };
}

function schemaWith(properties: object, beside: object = {}): Files {
  const value = { type: "object", properties: { role: { enum: ["admin", "member"] }, ...properties }, ...beside };
  return { "schemas/session.json": JSON.stringify(value, null, 2) };
}

function schemaText(text: string | Uint8Array): Files {
  return { "schemas/session.json": text };
}

interface Case {
  readonly code: string;
  readonly when: string;
  readonly files: Files;
  /** The file that the error names, and the text in it that it points to; null for the file as a whole. */
  readonly at: readonly [file: string, text: string | null];
  /** A part of what is said to do or expect. */
  readonly hint: string;
}

const CONFIG = "claims.config.json";
const SCHEMA = "schemas/session.json";
const NO_UTF8 = Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d);
const UTF16 = new Uint8Array(Buffer.from("\ufeff{}", "utf16le"));
const { lifetime: _, ...WITHOUT_LIFETIME } = TOKEN;
const ID = { $id: "https://acme.example/a" };

const CONFIG_CASES: readonly Case[] = [
  { code: "invalid_encoding", when: "it is no UTF-8", files: { [CONFIG]: NO_UTF8 }, at: [CONFIG, null], hint: "UTF-8" },
  { code: "invalid_encoding", when: "it is UTF-16", files: { [CONFIG]: UTF16 }, at: [CONFIG, null], hint: "UTF-8" },
  {
    code: "invalid_syntax",
    when: "a comma is too many",
    files: { [CONFIG]: '{\n  "package": { "name": "a",}\n}' },
    at: [CONFIG, ",}"],
    hint: "expected",
  },
  { code: "invalid_syntax", when: "it is empty", files: { [CONFIG]: "" }, at: [CONFIG, null], hint: "expected" },
  {
    code: "duplicate_key",
    when: "a key is given twice",
    files: { [CONFIG]: '{\n  "output": "a",\n  "output": "b"\n}' },
    at: [CONFIG, '"output": "b"'],
    hint: "Remove",
  },
  {
    code: "unknown_key",
    when: "a key is misspelt",
    files: configWith({ algoritms: ["ES256"] }),
    at: [CONFIG, '"algoritms"'],
    hint: "Did you mean `algorithms`?",
  },
  {
    code: "missing_key",
    when: "a token has no lifetime",
    files: configWith({}, { tokens: { session: WITHOUT_LIFETIME } }),
    at: [CONFIG, '"session"'],
    hint: "Add `lifetime`.",
  },
  {
    code: "invalid_value",
    when: "there is no such profile",
    files: configWith({ profile: "oauth" }),
    at: [CONFIG, '"oauth"'],
    hint: "rfc9068",
  },
  {
    code: "invalid_value",
    when: "a schema is on the network",
    files: configWith({ schema: "https://acme.example/a.json" }),
    at: [CONFIG, '"https://acme.example/a.json"'],
    hint: "expected",
  },
  {
    code: "invalid_duration",
    when: "a lifetime has no unit",
    files: configWith({ lifetime: 900 }),
    at: [CONFIG, "900"],
    hint: "15m",
  },
  {
    code: "invalid_duration",
    when: "a tolerance is too long",
    files: configWith({ clockTolerance: "6m" }),
    at: [CONFIG, '"6m"'],
    hint: "Set the clocks",
  },
  {
    code: "unsupported_algorithm",
    when: "tokens would be unsigned",
    files: configWith({ algorithms: ["ES256", "none"] }),
    at: [CONFIG, '"none"'],
    hint: "Remove it",
  },
  {
    code: "invalid_package_name",
    when: "npm has no such names",
    files: configWith({}, { package: { name: "Acme Claims", version: "1.0.0" } }),
    at: [CONFIG, '"Acme Claims"'],
    hint: "expected",
  },
  {
    code: "invalid_version",
    when: "a number is missing",
    files: configWith({}, { package: { name: "a", version: "1.0" } }),
    at: [CONFIG, '"1.0"'],
    hint: 'Did you mean "1.0.0"?',
  },
  {
    code: "output_outside",
    when: "it leaves the folder",
    files: configWith({}, { output: "../generated" }),
    at: [CONFIG, '"../generated"'],
    hint: "expected",
  },
  {
    code: "name_collision",
    when: "two tokens would have one name",
    files: configWith({}, { tokens: { idToken: TOKEN, id_token: TOKEN } }),
    at: [CONFIG, '"id_token"'],
    hint: "Rename one of them.",
  },
];

const SCHEMA_CASES: readonly Case[] = [
  {
    code: "schema_not_found",
    when: "the config misspells it",
    files: configWith({ schema: "schemas/sesion.json" }),
    at: [CONFIG, '"schemas/sesion.json"'],
    hint: "session.json",
  },
  {
    code: "schema_not_found",
    when: "a reference misspells a file",
    files: schemaWith({ a: { $ref: "other.json" } }),
    at: [SCHEMA, '"other.json"'],
    hint: "expected",
  },
  {
    code: "schema_outside",
    when: "the config leaves the project",
    files: configWith({ schema: "../session.json" }),
    at: [CONFIG, '"../session.json"'],
    hint: "expected",
  },
  {
    code: "schema_outside",
    when: "a reference leaves the project",
    files: schemaWith({ a: { $ref: "../../secret.json" } }),
    at: [SCHEMA, '"../../secret.json"'],
    hint: "expected",
  },
  { code: "invalid_encoding", when: "it is no UTF-8", files: schemaText(NO_UTF8), at: [SCHEMA, null], hint: "UTF-8" },
  {
    code: "invalid_syntax",
    when: "a comma is missing",
    files: schemaText('{\n  "type": "object"\n  "title": 1\n}'),
    at: [SCHEMA, '"title"'],
    hint: "expected",
  },
  {
    code: "invalid_syntax",
    when: "it is no YAML",
    files: { ...configWith({ schema: "a.yaml" }), "a.yaml": "type: object\nproperties: {\n" },
    at: ["a.yaml", null],
    hint: "",
  },
  {
    code: "duplicate_key",
    when: "a claim is declared twice",
    files: schemaText('{\n  "properties": {\n    "a": {},\n    "a": {}\n  }\n}'),
    at: [SCHEMA, '"a": {}\n'],
    hint: "Remove",
  },
  {
    code: "unsupported_draft",
    when: "it is of draft 4",
    files: schemaWith({}, { $schema: "http://json-schema.org/draft-04/schema#" }),
    at: [SCHEMA, '"http://json-schema.org/draft-04/schema#"'],
    hint: "https://json-schema.org/draft/2020-12/schema",
  },
  {
    code: "invalid_schema",
    when: "there is no such type",
    files: schemaWith({ a: { type: "sting" } }),
    at: [SCHEMA, '"sting"'],
    hint: "expected",
  },
  {
    code: "invalid_schema",
    when: "a reference comes back to itself",
    files: schemaWith({ a: { $ref: "#/properties/a" } }),
    at: [SCHEMA, '"#/properties/a"'],
    hint: "expected",
  },
  {
    code: "invalid_pattern",
    when: "it is no regular expression",
    files: schemaWith({ a: { pattern: "[a-" } }),
    at: [SCHEMA, '"[a-"'],
    hint: "ECMA-262",
  },
  {
    code: "unresolved_ref",
    when: "there is no such definition",
    files: schemaWith({ a: { $ref: "claimsmith:iana-jwt#/$defs/emial" } }),
    at: [SCHEMA, '"claimsmith:iana-jwt#/$defs/emial"'],
    hint: "claimsmith:iana-jwt",
  },
  {
    code: "remote_ref",
    when: "it is on the network",
    files: schemaWith({ a: { $ref: "http://127.0.0.1:1/a.json" } }),
    at: [SCHEMA, '"http://127.0.0.1:1/a.json"'],
    hint: "file",
  },
  {
    code: "ambiguous_id",
    when: "two schemas have one",
    files: schemaWith({ a: ID, b: ID }),
    at: [SCHEMA, null],
    hint: "The other one is at /properties/a",
  },
  {
    code: "not_a_claim_set",
    when: "it describes a string",
    files: schemaText('{ "type": "string" }'),
    at: [SCHEMA, '"string"'],
    hint: "JSON pointer",
  },
  {
    code: "contradicts_standard",
    when: "exp would be a string",
    files: schemaWith({ exp: { type: "string" } }),
    at: [SCHEMA, '{\n      "type": "string"'],
    hint: "RFC 7519 section 4.1.4",
  },
  {
    code: "unsatisfiable",
    when: "exp is refused",
    files: schemaWith({}, { allOf: [{ properties: { exp: false } }] }),
    at: [SCHEMA, '{\n        "exp": false'],
    hint: 'Declare "exp" there',
  },
  {
    code: "invalid_annotation",
    when: "it is no date",
    files: schemaWith({ a: { "x-claimsmith-sunset": "soon" } }),
    at: [SCHEMA, '"soon"'],
    hint: "2027-01-31",
  },
  {
    code: "name_collision",
    when: "two claims would have one name",
    files: schemaWith({ user_id: {}, userId: {} }),
    at: [SCHEMA, null],
    hint: "x-claimsmith-name",
  },
  {
    code: "too_complex",
    when: "it nests deeper than can be written",
    files: schemaText(`{"properties":{"a":${'{"items":'.repeat(490)}true${"}".repeat(490)}}}`),
    at: [SCHEMA, null],
    hint: "Nest less deeply",
  },
];

/** `file:line:column` of a text in a file; the file alone where there is no such text. */
function placeOf(files: Files, [file, text]: Case["at"]): string {
  if (text === null) return file;
  const source = String(files[file]);
  const offset = source.indexOf(text);
  expect(offset, `${text} in ${file}`).toBeGreaterThanOrEqual(0);
  expect(source.indexOf(text, offset + 1), `${text} again in ${file}`).toBe(-1);
  const before = source.slice(0, offset).split("\n");
  return `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

/** What every failure has in common: exit 2, nothing on stdout, the code, no stack trace, no path of the tool itself. */
function expectFailure(ended: Ended, code: string): void {
  expect({ code: ended.code, stdout: ended.stdout, stderr: ended.stderr }).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(new RegExp(`^error \\[${code}\\] \\S`)),
  });
  expect(ended.stderr).not.toMatch(/\bat (?:async )?[\w.<>]+ \(|node:internal|This is a fault in claimsmith/);
}

describe.each([
  ["the config", CONFIG_CASES],
  ["a schema", SCHEMA_CASES],
] as const)("a fault in %s", (_, cases) => {
  it.each(cases)(
    "is $code when $when, told with its place, and leaves the package as it was",
    async ({ code, files, at, hint }) => {
      const folder = copyOfBase();
      write(folder, files);
      const before = digestOf(folder);
      const ended = await claimsmith(["generate"], folder);
      expectFailure(ended, code);
      expect(ended.stderr).toMatch(new RegExp(`^  at ${escaped(placeOf(files, at))}(?=[: \\n])`, "m"));
      expect(ended.stderr).toContain(hint);
      expect(digestOf(folder)).toBe(before);
    },
  );
});

it("generate --check fails as generate does", async () => {
  const folder = copyOfBase();
  write(folder, schemaText('{ "type": '));
  const before = digestOf(folder);
  const checked = await claimsmith(["generate", "--check"], folder);
  expectFailure(checked, "invalid_syntax");
  expect(checked).toEqual(await claimsmith(["generate"], folder));
  expect(digestOf(folder)).toBe(before);
});

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
}

interface DiskCase {
  readonly code: string;
  readonly when: string;
  readonly arrange: (folder: string) => void;
  readonly stderr: string;
}

const DISK_CASES: readonly DiskCase[] = [
  {
    code: "not_a_folder",
    when: "the output is a file",
    arrange: (folder) => write(folder, { ...configWith({}, { output: "taken" }), taken: "mine" }),
    stderr: "taken",
  },
  {
    code: "cannot_read",
    when: "the schema is a folder",
    arrange: (folder) => write(folder, { ...configWith({ schema: "schemas" }) }),
    stderr: "schemas",
  },
  {
    code: "cannot_write",
    when: "a folder of the user stands where a file goes",
    arrange: (folder) => {
      write(folder, configWith({}, { output: "other" }));
      write(folder, { "other/index.js/mine.txt": "mine" });
    },
    stderr: "other/index.js",
  },
  {
    code: "output_outside",
    when: "the output is a link",
    arrange: (folder) => {
      write(folder, configWith({}, { output: "linked" }));
      mkdirSync(path.join(folder, "elsewhere"));
      symlinkSync("elsewhere", path.join(folder, "linked"));
    },
    stderr: "Remove the link",
  },
  {
    code: "schema_outside",
    when: "a schema is a link out of the project",
    arrange: (folder) => {
      writeFileSync(path.join(scratch, "secret.json"), "{}");
      write(folder, configWith({ schema: "schemas/linked.json" }));
      symlinkSync("../../secret.json", path.join(folder, "schemas/linked.json"));
    },
    stderr: "schemas/linked.json",
  },
];

describe("the disk", () => {
  it.each(DISK_CASES)("is $code when $when, and nothing is changed", async ({ code, arrange, stderr }) => {
    const folder = copyOfBase();
    arrange(folder);
    const before = digestOf(folder);
    const ended = await claimsmith(["generate"], folder);
    expectFailure(ended, code);
    expect(ended.stderr).toContain(stderr);
    expect(digestOf(folder)).toBe(before);
  });
});

describe("the command line", () => {
  it.each([
    { code: "config_not_found", words: ["generate"], hint: "claimsmith init" },
    { code: "config_not_found", words: ["generate", "--config", "other.json"], hint: "claimsmith init" },
    { code: "unknown_command", words: ["genrate"], hint: "Did you mean `generate`?" },
    { code: "unknown_command", words: [], hint: "generate" },
    { code: "unknown_option", words: ["generate", "--chek"], hint: "--check" },
    { code: "invalid_option", words: ["generate", "--format", "xml"], hint: "json" },
    { code: "invalid_option", words: ["generate", "--check", "--watch"], hint: "watch" },
  ])("is $code for $words", async ({ code, words, hint }) => {
    const folder = mkdtempSync(path.join(scratch, "empty-"));
    const ended = await claimsmith(words, folder);
    expectFailure(ended, code);
    expect(ended.stderr).toContain(hint);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is config_collision for two configs of one name, and neither package is written", async () => {
    const folder = mkdtempSync(path.join(scratch, "two-"));
    for (const name of ["one", "two"]) write(path.join(folder, name), { ...configWith(), ...schemaWith({}) });
    const before = digestOf(folder);
    const ended = await claimsmith(["generate", "one", "two"], folder);
    expectFailure(ended, "config_collision");
    expect(ended.stderr).toContain("@acme/claims");
    expect(digestOf(folder)).toBe(before);
  });

  it("is file_exists for init where there is a config", async () => {
    const folder = copyOfBase();
    const before = digestOf(folder);
    const ended = await claimsmith(["init"], folder);
    expectFailure(ended, "file_exists");
    expect(digestOf(folder)).toBe(before);
  });
});

it("every code that a file or a command line can cause is in the tables", () => {
  const project = new Project({ useInMemoryFileSystem: true });
  const source = project.createSourceFile("errors.ts", readFileSync(path.join(REPOSITORY, "src/errors.ts"), "utf8"));
  const codesOf = (alias: string) =>
    source
      .getTypeAliasOrThrow(alias)
      .getType()
      .getUnionTypes()
      .map((type) => String(type.getLiteralValue()))
      .sort();
  const reached = (...cases: readonly (readonly { readonly code: string }[])[]) =>
    [...new Set(cases.flat().map(({ code }) => code))].sort();

  const ofTheCommandLine = [{ code: "config_not_found" }, { code: "config_collision" }];
  expect(reached(CONFIG_CASES, ofTheCommandLine)).toEqual(codesOf("ConfigErrorCode"));
  // No schema is known to reach unsupported_keyword: it is for what ajv may refuse that bundling accepts.
  expect(reached(SCHEMA_CASES, [{ code: "unsupported_keyword" }])).toEqual(codesOf("SchemaErrorCode"));
  expect(reached(DISK_CASES.filter(({ code }) => !code.endsWith("outside")))).toEqual(codesOf("FileSystemErrorCode"));
});

describe("generate --watch", () => {
  it("regenerates on a change, tells errors and goes on, and ends with 0 when it is told to", async () => {
    const folder = copyOfBase();
    const watching = new Watched(
      spawn(process.execPath, [MAIN, "generate", "--watch"], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } }),
    );
    const types = () => readFileSync(path.join(folder, "generated/tokens/session.d.ts"), "utf8");
    try {
      await watching.says("stderr", "Watching");
      await watching.says("stdout", "is up to date");

      // Written again until it is noticed: the system may need a moment before it tells of changes.
      await watching.says("stdout", "tokens/session.d.ts", () =>
        write(folder, schemaWith({ colour: { type: "string" } })),
      );
      expect(types()).toContain("colour?: string;");

      const before = digestOf(path.join(folder, "generated"));
      write(folder, schemaText('{ "type": '));
      await watching.says("stderr", "error [invalid_syntax]");
      expect(digestOf(path.join(folder, "generated"))).toBe(before);

      write(folder, schemaWith({ flavour: { type: "number" } }));
      await watching.says("stdout", "tokens/session.d.ts");
      expect(types()).toContain("flavour?: number;");
    } finally {
      watching.child.kill("SIGTERM");
    }
    expect(await watching.ended).toBe(0);
  }, 60_000);
});

describe("what is handed over or taken away by the shell", () => {
  const bash = (script: string): Promise<Ended> =>
    runCommand("bash", ["-c", `claimsmith() { "$NODE" "$MAIN" "$@"; }\n${script}`], {
      cwd: base,
      env: { NODE: process.execPath, MAIN },
    });

  it.each([
    ["infer", 'infer <(printf \'{"sub":"a"}\')', 0, '"claimsmith:iana-jwt#/$defs/sub"'],
    ["infer", 'infer /dev/stdin < <(printf \'{"sub":"a"}\')', 0, '"claimsmith:iana-jwt#/$defs/sub"'],
    ["inspect", "inspect <(printf abc)", 1, "it looks like an opaque token"],
    ["inspect", "inspect /dev/stdin < <(printf abc)", 1, "it looks like an opaque token"],
  ])("%s reads the output of a command: %s", async (_, words, code, says) => {
    const ended = await bash(`claimsmith ${words}`);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toContain(says);
  });

  it("a reader that goes away changes no exit code", async () => {
    expect(await bash(`claimsmith --help | head -0; exit \${PIPESTATUS[0]}`)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(await bash(`claimsmith nonsense 2>&1 | head -0; exit \${PIPESTATUS[0]}`)).toMatchObject({ code: 2 });
  });

  // Linux has a device on which no byte finds a place.
  it.skipIf(!existsSync("/dev/full"))("a result that finds no place is exit 2, and said", async () => {
    const stderr = [
      "error [cannot_write] Cannot write standard output: the disk is full.",
      "  at standard output",
      "  Free some space and run the command again.",
      "",
    ].join("\n");
    for (const words of ["--help", "generate", "generate --check --format json", "inspect abc"]) {
      expect(await bash(`claimsmith ${words} > /dev/full`)).toEqual({ code: 2, stdout: "", stderr });
    }
    expect(await bash("claimsmith nonsense 2> /dev/full")).toEqual({ code: 2, stdout: "", stderr: "" });
  });
});

/** A process whose words can be waited for, each once and for 20 seconds at most. */
class Watched {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly #unread = { stdout: "", stderr: "" };
  #wake: () => void = () => {};

  constructor(child: ChildProcess) {
    this.child = child;
    this.ended = new Promise((resolve) => child.on("close", resolve));
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        this.#unread[name] += text;
        this.#wake();
      });
    }
  }

  async says(stream: "stdout" | "stderr", words: string, act: () => void = () => {}): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const at = this.#unread[stream].indexOf(words);
      if (at !== -1) {
        this.#unread[stream] = this.#unread[stream].slice(at + words.length);
        return;
      }
      const left = deadline - Date.now();
      if (left <= 0)
        throw new TypeError(`The watch did not say ${JSON.stringify(words)}: ${JSON.stringify(this.#unread)}`);
      act();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 1000));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
