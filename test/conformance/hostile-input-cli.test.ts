import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { PAYLOADS } from "../support/payloads.js";
import { configOf, REPOSITORY } from "../support/project.js";
import { runCommand } from "../support/run-command.js";
import { type Content, scratchFolder, writeProject } from "../support/scratch-project.js";

// A sample of bad input as a user meets it: the command ends with 2, and stderr says what is wrong, where, and what to do.

const MAIN = path.join(REPOSITORY, "dist/cli/main.js");

interface Given {
  readonly what: string;
  readonly config?: Content;
  readonly schema?: Content;
  /** Done in the folder before the run, once its files are there. */
  readonly prepare?: (folder: string) => void;
  readonly code: string;
  readonly place: string;
}

const config = (token: Readonly<Record<string, unknown>>, top: Readonly<Record<string, unknown>> = {}) =>
  configOf(token, { output: "generated", ...top });
const claim = (schema: unknown) => ({ type: "object", properties: { role: schema } });

const GIVEN: readonly Given[] = [
  { what: "a syntax error", schema: '{\n  "type": "object",\n}', code: "invalid_syntax", place: "schema.json:2:19" },
  {
    what: "equal names",
    schema: '{ "type": "object",\n  "type": "object" }',
    code: "duplicate_key",
    place: "schema.json:2:3",
  },
  {
    what: "UTF-16",
    schema: Buffer.from("\ufeff{}", "utf16le"),
    code: "invalid_encoding",
    place: "schema.json:1:1",
  },
  { what: "an empty config", config: "", code: "invalid_syntax", place: "claims.config.json:1:1" },
  {
    what: "a payload as a type",
    schema: claim({ type: PAYLOADS["NUL and other controls"] }),
    code: "invalid_schema",
    place: "schema.json:5:15 (/properties/role/type)",
  },
  {
    what: "a payload as the version",
    config: config({}, { package: { name: "a", version: PAYLOADS["right-to-left override"] } }),
    code: "invalid_version",
    place: "claims.config.json:4:16 (/package/version)",
  },
  {
    what: "half a surrogate pair as the name of the package",
    config: config({}, { package: { name: "a\ud800", version: "1.0.0" } }),
    code: "invalid_package_name",
    place: "claims.config.json:3:13 (/package/name)",
  },
  {
    what: "an output above the folder",
    config: config({}, { output: "../out" }),
    code: "output_outside",
    place: "claims.config.json:18:13 (/output)",
  },
  {
    what: "an output behind a link that leads out",
    config: config({}, { output: "link/generated" }),
    prepare: (folder) => fs.symlinkSync(path.dirname(folder), path.join(folder, "link")),
    code: "output_outside",
    place: "claims.config.json:18:13 (/output)",
  },
  {
    what: "a schema behind a link that leads out",
    prepare: (folder) => {
      fs.rmSync(path.join(folder, "schema.json"));
      fs.symlinkSync("/etc/passwd", path.join(folder, "schema.json"));
    },
    code: "schema_outside",
    place: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a schema that is a link to itself",
    prepare: (folder) => {
      fs.rmSync(path.join(folder, "schema.json"));
      fs.symlinkSync("schema.json", path.join(folder, "schema.json"));
    },
    code: "cannot_read",
    place: "claims.config.json:11:17 (/tokens/token/schema)",
  },
  {
    what: "a reference that goes in a circle",
    schema: { ...claim({ $ref: "#/$defs/a" }), $defs: { a: { $ref: "#/$defs/a" } } },
    code: "invalid_schema",
    place: "schema.json:10:15 (/$defs/a/$ref)",
  },
  {
    what: "2 000 definitions that form a chain",
    schema: {
      ...claim({ $ref: "#/$defs/d0" }),
      $defs: Object.fromEntries(
        Array.from({ length: 2_000 }, (_, i) => [`d${i}`, { items: { $ref: `#/$defs/d${(i + 1) % 2_000}` } }]),
      ),
    },
    code: "too_complex",
    place: "schema.json:1:1",
  },
  {
    what: "100 000 levels",
    schema: "[".repeat(100_000),
    code: "invalid_syntax",
    place: "schema.json:1:501",
  },
];

describe("claimsmith generate", () => {
  it.each(GIVEN)("ends with 2 and says where: $what", async ({ config: given, schema, prepare, code, place }) => {
    const folder = scratchFolder();
    onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
    writeProject(folder, {
      "claims.config.json": given ?? config({}),
      "schema.json": schema ?? claim({ type: "string" }),
    });
    prepare?.(folder);
    const ended = await runCommand(process.execPath, [MAIN, "generate"], { cwd: folder });
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(new RegExp(`^error \\[${code}\\] `));
    expect(ended.stderr).toContain(`\n  at ${place}\n`);
    expect(ended.stderr).not.toMatch(/\n {4}at |(?![\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(ended.stderr.length).toBeLessThan(3_000);
    expect(fs.existsSync(path.join(folder, "generated"))).toBe(false);
  });
});
