import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/project.js";
import { runInProcess } from "../support/run-in-process.js";
import { scratchRepository } from "../support/scratch-repository.js";

/** What docs/errors.md shows for a code, under a class. */
function example(heading: string, code: string): string | undefined {
  const page = readFileSync(path.join(REPOSITORY, "docs/errors.md"), "utf8");
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [, entry = ""] = (section.split("\n## ", 1)[0] ?? "").split(`\n### ${code}\n`);
  return /^```text\n(.*?)^```$/ms.exec(entry.split("\n### ", 1)[0] ?? "")?.[1];
}

type Files = Readonly<Record<string, string | Uint8Array>>;

const TOKEN = { schema: "access.json", algorithms: ["ES256"], lifetime: "15m" };
const CONFIG = { package: { name: "@acme/claims", version: "1.0.0" }, output: "generated" };

function config(token: object = {}, other: object = {}): Files {
  const value = { ...CONFIG, tokens: { accessToken: { ...TOKEN, ...token } }, ...other };
  return { "claims.config.json": JSON.stringify(value, null, 2) };
}

function without(name: string, value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

function claimSet(properties: object, beside: object = {}): Files {
  return { "access.json": JSON.stringify({ type: "object", properties, ...beside }, null, 2) };
}

const { algorithms } = TOKEN;
const NO_UTF8 = Uint8Array.of(0x7b, 0x22, 0xff, 0x22);
const NESTED = `{"properties":{"a":${'{"items":'.repeat(490)}true${"}".repeat(490)}}}`;
const ONE_ID = { $id: "https://acme.example/a" };

const generating: readonly (readonly [heading: string, code: string, files: Files])[] = [
  ["ConfigError", "invalid_encoding", { "claims.config.json": NO_UTF8 }],
  ["ConfigError", "invalid_syntax", { "claims.config.json": '{\n  "package": {"name": "a",}\n}' }],
  ["ConfigError", "duplicate_key", { "claims.config.json": '{\n  "output": "a",\n  "output": "b"\n}' }],
  ["ConfigError", "unknown_key", config({ algoritms: algorithms })],
  ["ConfigError", "missing_key", config({}, { tokens: { accessToken: without("lifetime", TOKEN) } })],
  ["ConfigError", "invalid_value", config({ profile: "oauth" })],
  ["ConfigError", "invalid_duration", config({ lifetime: 900 })],
  ["ConfigError", "unsupported_algorithm", config({ algorithms: ["none"] })],
  ["ConfigError", "invalid_package_name", config({}, { package: { name: "Acme Claims", version: "1.0.0" } })],
  ["ConfigError", "invalid_version", config({}, { package: { name: "@acme/claims", version: "1.0" } })],
  ["ConfigError", "output_outside", config({}, { output: "../generated" })],
  ["ConfigError", "name_collision", config({}, { tokens: { accessToken: TOKEN, access_token: TOKEN } })],
  ["SchemaError", "schema_not_found", config({ schema: "acess.json" })],
  ["SchemaError", "schema_outside", config({ schema: "../access.json" })],
  ["SchemaError", "invalid_encoding", { "access.json": NO_UTF8 }],
  ["SchemaError", "invalid_syntax", { "access.json": '{\n  "type": "object"\n  "title": 1\n}' }],
  ["SchemaError", "duplicate_key", { "access.json": '{\n  "type": "object",\n  "type": "object"\n}' }],
  [
    "SchemaError",
    "unsupported_draft",
    { "access.json": '{"$schema": "http://json-schema.org/draft-04/schema#","type":"object"}' },
  ],
  ["SchemaError", "invalid_schema", claimSet({ role: { type: "sting" } })],
  ["SchemaError", "invalid_pattern", claimSet({ role: { type: "string", pattern: "[a-" } })],
  ["SchemaError", "unresolved_ref", claimSet({ role: { $ref: "claimsmith:iana-jwt#/$defs/emial" } })],
  ["SchemaError", "remote_ref", claimSet({ role: { $ref: "https://acme.example/role.json" } })],
  ["SchemaError", "ambiguous_id", claimSet({ role: ONE_ID, b: ONE_ID })],
  ["SchemaError", "not_a_claim_set", { "access.json": '{"type":"string"}' }],
  ["SchemaError", "contradicts_standard", claimSet({ exp: { type: "string" } })],
  ["SchemaError", "unsatisfiable", claimSet({ role: true }, { allOf: [{ properties: { exp: false } }] })],
  ["SchemaError", "invalid_annotation", claimSet({ role: { type: "string", "x-claimsmith-sunset": "soon" } })],
  ["SchemaError", "name_collision", claimSet({ user_id: { type: "string" }, userId: { type: "string" } })],
  ["SchemaError", "too_complex", { "access.json": NESTED }],
];

describe("docs/errors.md", () => {
  let scratch: string;
  beforeAll(() => {
    scratch = mkdtempSync(path.join(tmpdir(), "claimsmith-errors-"));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** What a command prints on a plain stderr. */
  async function printed(words: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
    const { code, err } = await runInProcess(words, 80);
    return { code, text: err };
  }

  function write(name: string, files: Files): string {
    const folder = path.join(scratch, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
    return folder;
  }

  it.each(generating)("shows for %s %s what generate prints", async (heading, code, files) => {
    const folder = write(`${heading}-${code}`, { ...config(), ...claimSet({ role: { enum: ["admin"] } }), ...files });
    const result = await printed(["generate", "--config", path.join(folder, "claims.config.json")]);
    expect(result).toEqual({ code: 2, text: example(heading, code) });
  });

  it("shows for ConfigError config_collision what generate prints of two configs", async () => {
    const folder = write("packages", {});
    for (const name of ["a", "b"]) write(`packages/${name}`, { ...config(), ...claimSet({}) });
    const { code, text } = await printed(["generate", path.join(folder, "*")]);
    const place = `${path.relative(process.cwd(), scratch).split(path.sep).join("/")}/`;
    const want = { code: 2, text: example("ConfigError", "config_collision") };
    expect({ code, text: text.replaceAll(place, "") }).toEqual(want);
  });

  it.each([
    ["unknown_command", []],
    ["unknown_option", ["generate", "--chek"]],
    ["invalid_option", ["generate", "--format", "xml"]],
  ])("shows for UsageError %s what the command line prints", async (code, words) => {
    expect(await printed(words)).toEqual({ code: 2, text: example("UsageError", code) });
  });

  it("shows for UsageError file_exists what init prints", async () => {
    const folder = write("init", config());
    const { code, text } = await printed(["init", folder]);
    // Named as seen from the working directory; the page shows it from within.
    const place = `${path.relative(process.cwd(), folder).split(path.sep).join("/")}/`;
    expect({ code, text: text.replaceAll(place, "") }).toEqual({ code: 2, text: example("UsageError", "file_exists") });
  });

  it("shows for UsageError tracked_folder what keys new prints", async () => {
    const repository = scratchRepository();
    const { code, text } = await printed(["keys", "new", "--algorithm", "ES256", "--out", `${repository.folder}/keys`]);
    repository.remove();
    const place = `${path.relative(process.cwd(), repository.folder).split(path.sep).join("/")}/`;
    const want = { code: 2, text: example("UsageError", "tracked_folder") };
    expect({ code, text: text.replaceAll(place, "") }).toEqual(want);
  });
});
