import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ClaimsmithError } from "../../src/errors.js";
import { errorText, place } from "../../src/report/error-text.js";
import { PAYLOADS } from "../support/payloads.js";
import { configOf } from "../support/project.js";
import { type Content, scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";
import { readTree } from "../unit/io/temporary-folder.js";

// Input that cannot be generated from: one sentence that names the file and the place, and the package of before left whole.
// Wrong values of the config's keys are in test/unit/config/parse-config.test.ts, one by one.

interface Refusal {
  readonly what: string;
  /** Files that replace or join those of a project that is well. */
  readonly files: Readonly<Record<string, Content>>;
  readonly code: string;
  /** As an editor links it: `file:line:column (/json/pointer)`. */
  readonly at: string;
}

const config = (token: object = {}, top: object = {}) => configOf({ ...token }, { output: "generated", ...top });
const claim = (schema: unknown) => ({ type: "object", properties: { role: schema } });

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const utf16 = (text: string, order: "le" | "be", mark: boolean) => {
  const buffer = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? buffer : buffer.swap16();
};
const SCHEMA_TEXT = '{"type":"object","properties":{"role":{"type":"string"}}}';

const schemas = (list: Readonly<Record<string, readonly [content: Content, code: string, at: string]>>) =>
  Object.entries(list).map(([what, [content, code, at]]) => ({ what, files: { "schema.json": content }, code, at }));
const configs = (list: Readonly<Record<string, readonly [content: Content, code: string, at: string]>>) =>
  Object.entries(list).map(([what, [content, code, at]]) => ({
    what,
    files: { "claims.config.json": content },
    code,
    at,
  }));
const yaml = (list: Readonly<Record<string, readonly [content: Content, code: string, at: string]>>) =>
  Object.entries(list).map(([what, [content, code, at]]) => ({
    what,
    files: { "claims.config.json": config({ schema: "schema.yaml" }), "schema.yaml": content },
    code,
    at,
  }));

const TEXTS: readonly Refusal[] = [
  ...schemas({
    "an empty schema file": ["", "invalid_syntax", "schema.json:1:1"],
    "a schema file of blanks": [" \n\t\n ", "invalid_syntax", "schema.json:1:1"],
    "a schema file that holds only a byte order mark": [bytes(0xef, 0xbb, 0xbf), "invalid_syntax", "schema.json:1:1"],
    "UTF-16, little end first, with a mark": [utf16(SCHEMA_TEXT, "le", true), "invalid_encoding", "schema.json:1:1"],
    "UTF-16, big end first, with a mark": [utf16(SCHEMA_TEXT, "be", true), "invalid_encoding", "schema.json:1:1"],
    "UTF-16, little end first, without a mark": [
      utf16(SCHEMA_TEXT, "le", false),
      "invalid_encoding",
      "schema.json:1:1",
    ],
    "UTF-16, big end first, without a mark": [utf16(SCHEMA_TEXT, "be", false), "invalid_encoding", "schema.json:1:1"],
    "UTF-32 with a mark": [bytes(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), "invalid_encoding", "schema.json:1:1"],
    "a PNG image": [
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
      "invalid_encoding",
      "schema.json:1:1",
    ],
    "a gzip file": [bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), "invalid_encoding", "schema.json:1:2"],
    "one byte that is not UTF-8 in the second line": [
      Buffer.concat([Buffer.from('{\n  "title": "'), bytes(0xc3, 0x28), Buffer.from('" }')]),
      "invalid_encoding",
      "schema.json:2:13",
    ],
    "an overlong form of a slash": [
      Buffer.concat([Buffer.from('{"a":"'), bytes(0xc0, 0xaf)]),
      "invalid_encoding",
      "schema.json:1:7",
    ],
    "a surrogate written as bytes": [
      Buffer.concat([Buffer.from('{"a":"'), bytes(0xed, 0xa0, 0x80)]),
      "invalid_encoding",
      "schema.json:1:7",
    ],
    "a NUL byte": ['{\n  "title": "a\0b" }', "invalid_encoding", "schema.json:2:14"],
    "a comment in JSON": ['{\n  // no\n  "type": "object"\n}', "invalid_syntax", "schema.json:2:3"],
    "a trailing comma": ['{\n  "type": "object",\n}', "invalid_syntax", "schema.json:2:19"],
    "a file that ends too early": ['{\n  "type": "obj', "invalid_syntax", "schema.json:2:11"],
    "two values": ["{}\n{}", "invalid_syntax", "schema.json:2:1"],
    "single quotes": ["{ 'type': 'object' }", "invalid_syntax", "schema.json:1:3"],
    "a bare word": ['{ "const": undefined }', "invalid_syntax", "schema.json:1:12"],
    NaN: ['{ "const": NaN }', "invalid_syntax", "schema.json:1:12"],
    "a number that no double holds": ['{ "const": 1e999 }', "invalid_syntax", "schema.json:1:12"],
    "a line break in a string": ['{ "title": "a\nb" }', "invalid_syntax", "schema.json:1:12"],
    "an escape that does not exist": ['{ "title": "\\x41" }', "invalid_syntax", "schema.json:1:12"],
    JavaScript: ['import("node:fs"); ({})', "invalid_syntax", "schema.json:1:1"],
    "equal names in one object": ['{\n  "type": "object",\n  "type": "string"\n}', "duplicate_key", "schema.json:3:3"],
    "equal names, one of them escaped": ['{ "a": 1, "\\u0061": 2 }', "duplicate_key", "schema.json:1:11"],
    "__proto__ twice": ['{ "__proto__": 1, "__proto__": 2 }', "duplicate_key", "schema.json:1:19"],
    "equal names deep down": [
      '{ "properties": { "a": { "enum": [{ "x": 1,\n "x": 2 }] } } }',
      "duplicate_key",
      "schema.json:2:2",
    ],
    "5 000 levels of arrays": [`${"[".repeat(5000)}${"]".repeat(5000)}`, "invalid_syntax", "schema.json:1:501"],
    "5 000 levels of schemas": [
      `${'{"items":'.repeat(5000)}{}${"}".repeat(5000)}`,
      "invalid_syntax",
      "schema.json:1:4501",
    ],
    "100 000 levels that never end": ["[".repeat(100_000), "invalid_syntax", "schema.json:1:501"],
  }),
  ...yaml({
    "an empty YAML file": ["", "invalid_syntax", "schema.yaml:1:1"],
    "a YAML file of comments": ["# nothing\n", "invalid_syntax", "schema.yaml:1:1"],
    "a tab that indents": ["type: object\nproperties:\n\trole: {}\n", "invalid_syntax", "schema.yaml:3:1"],
    "a mapping within a line": ["type: a: b\n", "invalid_syntax", "schema.yaml:1:7"],
    "a bracket that never closes": ["type: object\nrequired: [a, b\n", "invalid_syntax", "schema.yaml:3:1"],
    "two documents": ["type: object\n---\ntype: string\n", "invalid_syntax", "schema.yaml:2:1"],
    "an alias without its anchor": ["type: object\nproperties: *nowhere\n", "invalid_syntax", "schema.yaml:2:13"],
    "an anchor that holds itself": ["a: &a\n  b: *a\n", "invalid_syntax", "schema.yaml:2:6"],
    "an alias bomb": [
      `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`).join("\n")}\n`,
      "invalid_syntax",
      "schema.yaml:6:10",
    ],
    "a tag of JavaScript": [
      "type: !!js/function 'function () { globalThis.PWNED = 1 }'\n",
      "invalid_syntax",
      "schema.yaml:1:7",
    ],
    "a tag of Python": ["!!python/object/apply:os.system ['touch PWNED']\n", "invalid_syntax", "schema.yaml:1:1"],
    "a merge key": ["a: &a { type: object }\n<<: *a\n", "invalid_syntax", "schema.yaml:2:1"],
    "equal names in YAML": ["type: object\ntype: string\n", "duplicate_key", "schema.yaml:2:1"],
    "a name that is no string": ["properties:\n  ? [a, b]\n  : {}\n", "invalid_syntax", "schema.yaml:2:5"],
    infinity: ["const: .inf\n", "invalid_syntax", "schema.yaml:1:8"],
    "5 000 levels of YAML": [`${"[".repeat(5000)}${"]".repeat(5000)}\n`, "invalid_syntax", "schema.yaml:1:501"],
    "UTF-16 in YAML": [utf16("type: object\n", "le", true), "invalid_encoding", "schema.yaml:1:1"],
  }),
  ...configs({
    "an empty config": ["", "invalid_syntax", "claims.config.json:1:1"],
    "a config that is an array": ["[]", "invalid_value", "claims.config.json:1:1"],
    "a config that is null": ["null", "invalid_value", "claims.config.json:1:1"],
    "a config in UTF-16": [utf16("{}", "be", true), "invalid_encoding", "claims.config.json:1:1"],
    "a config with a comment": ["{\n  // hi\n}", "invalid_syntax", "claims.config.json:2:3"],
    "a config with the same key twice": [
      '{ "output": "a",\n  "output": "b" }',
      "duplicate_key",
      "claims.config.json:2:3",
    ],
    "a config of 100 000 levels": ['{"a":'.repeat(100_000), "invalid_syntax", "claims.config.json:1:2501"],
  }),
];

const MEANINGS: readonly Refusal[] = [
  ...schemas({
    "a schema that is a number": ["1", "invalid_schema", "schema.json:1:1"],
    "a schema that is null": ["null", "invalid_schema", "schema.json:1:1"],
    "a schema that is a list": ["[]", "invalid_schema", "schema.json:1:1"],
    "a claim set of strings": [{ type: "string" }, "not_a_claim_set", "schema.json:2:11 (/type)"],
    "a claim set that nothing is in": ["false", "not_a_claim_set", "schema.json:1:1"],
    "a claim whose schema is a list": [claim([]), "invalid_schema", "schema.json:4:13 (/properties/role)"],
    "a type that does not exist": [
      claim({ type: "strnig" }),
      "invalid_schema",
      "schema.json:5:15 (/properties/role/type)",
    ],
    "a payload as a type": [
      claim({ type: PAYLOADS["end of a comment"] }),
      "invalid_schema",
      "schema.json:5:15 (/properties/role/type)",
    ],
    "properties that are a list": [
      { type: "object", properties: ["a"] },
      "invalid_schema",
      "schema.json:3:17 (/properties)",
    ],
    "required that is a flag": [
      { type: "object", properties: {}, required: true },
      "invalid_schema",
      "schema.json:4:15 (/required)",
    ],
    "a negative length": [claim({ minLength: -1 }), "invalid_schema", "schema.json:5:20 (/properties/role/minLength)"],
    "multipleOf zero": [claim({ multipleOf: 0 }), "invalid_schema", "schema.json:5:21 (/properties/role/multipleOf)"],
    "allOf that is empty": [claim({ allOf: [] }), "invalid_schema", "schema.json:5:16 (/properties/role/allOf)"],
    "a title that is an object": [
      { ...claim({}), title: { toString: "x" } },
      "invalid_schema",
      "schema.json:6:12 (/title)",
    ],
    "deprecated that is code": [
      claim({ deprecated: PAYLOADS["back-ticks"] }),
      "invalid_schema",
      "schema.json:5:21 (/properties/role/deprecated)",
    ],
    "a short name that is code": [
      claim({ "x-claimsmith-name": PAYLOADS["double quotes"] }),
      "invalid_annotation",
      "schema.json:5:28 (/properties/role/x-claimsmith-name)",
    ],
    "a short name that is __proto__": [
      claim({ "x-claimsmith-name": "__proto__" }),
      "invalid_annotation",
      "schema.json:5:28 (/properties/role/x-claimsmith-name)",
    ],
    "a sunset that is code": [
      claim({ "x-claimsmith-sunset": PAYLOADS["line ends"] }),
      "invalid_annotation",
      "schema.json:5:30 (/properties/role/x-claimsmith-sunset)",
    ],
    "a pattern that never closes": [
      claim({ pattern: "(" }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "a pattern of another language": [
      claim({ pattern: "(?P<name>a)" }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "a pattern with inline flags": [
      claim({ pattern: "(?i)a" }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "a pattern that repeats nothing": [
      claim({ pattern: "*" }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "a pattern with its range reversed": [
      claim({ pattern: "[z-a]" }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "a name pattern that never closes": [
      claim({ patternProperties: { "[": {} } }),
      "invalid_pattern",
      "schema.json:6:9 (/properties/role/patternProperties/[)",
    ],
    "a payload as a pattern": [
      claim({ pattern: PAYLOADS["brackets of every kind"] }),
      "invalid_pattern",
      "schema.json:5:18 (/properties/role/pattern)",
    ],
    "draft-04": [
      { $schema: "http://json-schema.org/draft-04/schema#", ...claim({}) },
      "unsupported_draft",
      "schema.json:2:14 (/$schema)",
    ],
    "draft-06": [
      { $schema: "http://json-schema.org/draft-06/schema#", ...claim({}) },
      "unsupported_draft",
      "schema.json:2:14 (/$schema)",
    ],
    "a draft of the future": [
      { $schema: "https://json-schema.org/draft/2099-01/schema", ...claim({}) },
      "unsupported_draft",
      "schema.json:2:14 (/$schema)",
    ],
    "a dialect of one's own": [
      { $schema: "https://acme.example/dialect", ...claim({}) },
      "unsupported_draft",
      "schema.json:2:14 (/$schema)",
    ],
    "$schema that is a number": [{ $schema: 7, ...claim({}) }, "invalid_schema", "schema.json:2:14 (/$schema)"],
    "a payload as $schema": [
      { $schema: PAYLOADS["double quotes"], ...claim({}) },
      "unsupported_draft",
      "schema.json:2:14 (/$schema)",
    ],
    "a reference to nothing": [
      claim({ $ref: "#/$defs/nothing" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to a prototype's member": [
      claim({ $ref: "#/constructor/prototype" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to __proto__": [
      claim({ $ref: "#/__proto__" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to no anchor": [
      claim({ $ref: "#nowhere" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference that is a number": [claim({ $ref: 1 }), "invalid_schema", "schema.json:5:15 (/properties/role/$ref)"],
    "a reference with a broken escape": [
      claim({ $ref: "#/$defs/%zz" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to a file that is not there": [
      claim({ $ref: "other.json" }),
      "schema_not_found",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference with NUL": [
      claim({ $ref: "a\0.json" }),
      "schema_not_found",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to a folder": [claim({ $ref: "." }), "cannot_read", "schema.json:5:15 (/properties/role/$ref)"],
    "a reference out of the folder": [
      claim({ $ref: "../../../../../etc/passwd" }),
      "schema_outside",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to an absolute path": [
      claim({ $ref: "/etc/passwd" }),
      "schema_outside",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to a file URL": [
      claim({ $ref: "file:///etc/passwd" }),
      "remote_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to data": [
      claim({ $ref: "data:application/json,{}" }),
      "remote_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to the vocabulary's lack": [
      claim({ $ref: "claimsmith:iana-jwt#/$defs/emial" }),
      "unresolved_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to another vocabulary": [
      claim({ $ref: "claimsmith:other#/$defs/a" }),
      "remote_ref",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a payload as a reference": [
      claim({ $ref: PAYLOADS["end of a comment"] }),
      "schema_not_found",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a reference to itself": [
      claim({ $ref: "#/properties/role" }),
      "invalid_schema",
      "schema.json:5:15 (/properties/role/$ref)",
    ],
    "a circle of references": [
      { ...claim({ $ref: "#/$defs/a" }), $defs: { a: { $ref: "#/$defs/b" }, b: { allOf: [{ $ref: "#/$defs/a" }] } } },
      "invalid_schema",
      "schema.json:10:15 (/$defs/a/$ref)",
    ],
    "a claim set that is itself": [{ $ref: "#" }, "invalid_schema", "schema.json:2:11 (/$ref)"],
    "one $id twice": [
      {
        ...claim({ $ref: "a" }),
        $id: "https://acme.example/root",
        $defs: { a: { $id: "a", type: "string" }, b: { $id: "a", type: "number" } },
      },
      "ambiguous_id",
      "schema.json:15:14 (/$defs/b/$id)",
    ],
    "one anchor twice": [
      { ...claim({ $ref: "#a" }), $defs: { a: { $anchor: "a", type: "string" }, b: { $anchor: "a", type: "number" } } },
      "ambiguous_id",
      "schema.json:14:18 (/$defs/b/$anchor)",
    ],
    "an $id that is a number": [{ ...claim({}), $id: 1 }, "invalid_schema", "schema.json:6:10 (/$id)"],
    "an $id with a fragment": [
      { ...claim({}), $id: "https://acme.example/a#b" },
      "invalid_schema",
      "schema.json:6:10 (/$id)",
    ],
    "exp as a string": [
      { type: "object", properties: { exp: { type: "string" } } },
      "contradicts_standard",
      "schema.json:4:12 (/properties/exp)",
    ],
    "a required claim that nothing meets": [
      { ...claim(false), required: ["role"] },
      "unsatisfiable",
      "schema.json:4:13 (/properties/role)",
    ],
    "short names that meet": [
      { type: "object", properties: { user_id: {}, userId: {} } },
      "name_collision",
      "schema.json:5:15 (/properties/userId)",
    ],
    "short names that meet once cased": [
      { type: "object", properties: { "a-b": {}, a_b: {} } },
      "name_collision",
      "schema.json:5:12 (/properties/a_b)",
    ],
  }),
  {
    what: "one $id in two files",
    files: {
      "schema.json": {
        type: "object",
        properties: { a: { $ref: "a.json" }, b: { $ref: "b.json" }, c: { $ref: "https://acme.example/x" } },
      },
      "a.json": { $id: "https://acme.example/x", type: "string" },
      "b.json": { $id: "https://acme.example/x", type: "number" },
    },
    code: "ambiguous_id",
    at: "b.json:2:10 (/$id)",
  },
];

const token = (schema: string) => ({ schema, algorithms: ["HS256"], lifetime: "15m" });
const names = (...keys: readonly string[]) => ({
  "claims.config.json": config({}, { tokens: Object.fromEntries(keys.map((key) => [key, token("schema.json")])) }),
});
const setting = (top: object) => ({ "claims.config.json": config({}, top) });

const SETTINGS: readonly Refusal[] = [
  ...Object.entries(PAYLOADS)
    .filter(([what]) => what !== "constructor")
    .flatMap(([what, text]): Refusal[] => [
      {
        what: `${what} as the key of a token`,
        files: names(text),
        code: "invalid_value",
        at: `claims.config.json:10:5 (/tokens/${text.replaceAll("~", "~0").replaceAll("/", "~1")})`,
      },
      {
        what: `${what} as the name of the package`,
        files: setting({ package: { name: text, version: "1.0.0" } }),
        code: "invalid_package_name",
        at: "claims.config.json:3:13 (/package/name)",
      },
      {
        what: `${what} as the version`,
        files: setting({ package: { name: "a", version: text } }),
        code: "invalid_version",
        at: "claims.config.json:4:16 (/package/version)",
      },
      {
        what: `${what} as the build of a version`,
        files: setting({ package: { name: "a", version: `1.0.0+${text}` } }),
        code: "invalid_version",
        at: "claims.config.json:4:16 (/package/version)",
      },
    ]),
  ...[
    "../out",
    "a/../../out",
    "/tmp/out",
    "C:\\out",
    "C:/out",
    "..\\out",
    "",
    ".",
    "./",
    "a/..",
    "node_modules/x",
    "a/NODE_MODULES./x",
    ".git/hooks",
    ".GIT",
    "a/.git ",
    "a\0b",
    "a\nb",
    "a\u001b[2J",
  ].map((output) => ({
    what: `the output ${JSON.stringify(output)}`,
    files: setting({ output }),
    code: "output_outside",
    at: "claims.config.json:18:13 (/output)",
  })),
  {
    what: "tokens that meet once cased",
    files: names("accessToken", "access_token"),
    code: "name_collision",
    at: "claims.config.json:17:5 (/tokens/access_token)",
  },
  {
    what: "tokens that meet in capitals",
    files: names("accesstoken", "Accesstoken"),
    code: "name_collision",
    at: "claims.config.json:17:5 (/tokens/Accesstoken)",
  },
  {
    what: "a token named after a device",
    files: names("con"),
    code: "invalid_value",
    at: "claims.config.json:10:5 (/tokens/con)",
  },
  {
    what: "a schema on the network",
    files: { "claims.config.json": config({ schema: "https://127.0.0.1/a.json" }) },
    code: "invalid_value",
    at: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a schema out of the folder",
    files: { "claims.config.json": config({ schema: "../../../../etc/passwd" }) },
    code: "schema_outside",
    at: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a schema at an absolute path",
    files: { "claims.config.json": config({ schema: "/etc/passwd" }) },
    code: "invalid_value",
    at: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a schema that is a folder",
    files: { "claims.config.json": config({ schema: "folder" }), "folder/a.json": {} },
    code: "cannot_read",
    at: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a schema that is not there",
    files: { "claims.config.json": config({ schema: "other.json" }) },
    code: "schema_not_found",
    at: "claims.config.json:11:17 (/tokens/token/schema)",
  },
];

describe("a project that cannot be generated from", () => {
  let model: string;
  const folders: string[] = [];

  beforeAll(async () => {
    model = scratchFolder();
    writeProject(model, { "claims.config.json": config(), "schema.json": claim({ type: "string" }) });
    expect(await tryGenerate(model)).not.toBeInstanceOf(Error);
  });
  afterAll(() => {
    for (const folder of [model, ...folders]) fs.rmSync(folder, { recursive: true, force: true });
  });

  it.each([...TEXTS, ...MEANINGS, ...SETTINGS])("$what: $code", async ({ files, code, at }) => {
    const folder = fs.mkdtempSync(`${model}-`);
    folders.push(folder);
    fs.cpSync(path.join(model, "generated"), path.join(folder, "generated"), { recursive: true });
    fs.copyFileSync(path.join(model, "claims.config.json"), path.join(folder, "claims.config.json"));
    fs.copyFileSync(path.join(model, "schema.json"), path.join(folder, "schema.json"));
    writeProject(folder, files);
    const before = readTree(folder);

    const error = await tryGenerate(folder);
    if (!(error instanceof ClaimsmithError)) throw new TypeError("It was generated.");
    expect({ code: error.code, at: error.at === undefined ? "" : place(error.at) }).toEqual({ code, at });
    expect(error.message).toMatch(/^[^\n]{1,400}[.?]$/u);
    const plain = (text: string) => text;
    expect(errorText(error, null, { red: plain, bold: plain, dim: plain })).not.toMatch(/\n {4}at |(?!\n)\p{Cc}/u);
    expect(readTree(folder)).toEqual(before);
  });
});
