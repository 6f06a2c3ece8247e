import { describe, expect, test } from "vitest";

import { parseConfig } from "../../../src/config/parse-config.js";
import { ConfigError } from "../../../src/errors.js";
import { thrownBy } from "../../support/thrown-by.js";

const read = (text: string) => parseConfig({ file: "claims.config.json", text });
const TOKEN = { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" };
const BASE = { package: { name: "@acme/claims", version: "1.0.0" }, tokens: { accessToken: TOKEN } };

/** A valid config, with one value put at a path. */
function configWith(path: readonly string[], value: unknown): string {
  const put = (parent: unknown, [key, ...rest]: readonly string[]): unknown =>
    key === undefined ? value : { ...(parent as object), [key]: put(Object(parent)[key], rest) };
  return JSON.stringify(put(BASE, path), null, 2);
}

const token = (key: string) => ["tokens", "accessToken", key];

describe("parseConfig", () => {
  test("fills in every default", () => {
    const { locate, ...config } = read(JSON.stringify(BASE));
    expect(config).toEqual({
      file: "claims.config.json",
      package: { name: "@acme/claims", version: "1.0.0" },
      output: "generated",
      emit: "js",
      namespaces: [],
      tokens: [
        {
          key: "accessToken",
          schemaFile: "a.json",
          schemaPointer: "",
          profile: "jwt",
          issuer: null,
          audience: null,
          algorithms: ["ES256"],
          type: null,
          lifetimeSeconds: 900,
          clockToleranceSeconds: 0,
          unknownClaims: "ignore",
          maxTokenBytes: 8192,
          helpers: ["issue", "verify"],
        },
      ],
      lint: {},
      diff: {},
      targets: [],
    });
    expect(locate("/tokens/accessToken", { key: true })).toMatchObject({ line: 1, column: 64 });
  });

  test("reads every key", () => {
    const full = {
      $schema: "./config.schema.json",
      package: { name: "claims", version: "2.0.0-beta.1" },
      output: "./packages//claims/",
      emit: "ts",
      namespaces: ["https://acme.example/claims/"],
      tokens: {
        z: {
          schema: "./schemas/../s.yaml#/$defs/a%20b",
          profile: "rfc9068",
          issuer: "https://auth.acme.example",
          audience: ["a", "b"],
          algorithms: ["EdDSA", "Ed25519"],
          type: "application/at+jwt",
          lifetime: "1.5h",
          clockTolerance: "5m",
          unknownClaims: "reject",
          maxTokenBytes: 1,
          helpers: ["verify"],
        },
        a: { ...TOKEN, helpers: "issue" },
      },
      lint: { extends: "strict", rules: { "no-personal-data": "off" } },
      diff: { accept: [{ id: "x", reason: "y", until: "2028-02-29" }] },
      targets: ["kong"],
    };
    const { locate: _, ...config } = read(JSON.stringify(full));
    expect(config).toMatchObject({
      package: full.package,
      output: "packages/claims",
      emit: "ts",
      namespaces: full.namespaces,
      tokens: [
        {
          key: "z",
          schemaFile: "s.yaml",
          schemaPointer: "/$defs/a b",
          profile: "rfc9068",
          issuer: "https://auth.acme.example",
          audience: ["a", "b"],
          algorithms: ["EdDSA", "Ed25519"],
          type: "application/at+jwt",
          lifetimeSeconds: 5400,
          clockToleranceSeconds: 300,
          unknownClaims: "reject",
          maxTokenBytes: 1,
          helpers: ["verify"],
        },
        { key: "a", helpers: ["issue"] },
      ],
      lint: full.lint,
      diff: full.diff,
      targets: ["kong"],
    });
  });

  test("reads YAML by the extension", () => {
    const text =
      "package: {name: a, version: 1.0.0}\ntokens:\n  t:\n    schema: a.json\n    algorithms: [ES256]\n    lifetime: 15m\n";
    expect(parseConfig({ file: "claims.config.yaml", text }).tokens).toHaveLength(1);
  });
});

describe("wrong values", () => {
  const NO_STRING = [null, true, 5, [], ["a"], {}];
  const NO_OBJECT = [null, true, 5, "", "x", [], [{}]];
  const NO_LIST = [null, true, 5, "", "x", {}];
  const NO_STRING_OR_LIST = [null, true, 5, "", [], {}];
  const table: readonly [path: readonly string[], values: readonly unknown[]][] = [
    [["$schema"], NO_STRING],
    [["package"], NO_OBJECT],
    [
      ["package", "name"],
      [...NO_STRING, ""],
    ],
    [
      ["package", "version"],
      [...NO_STRING, ""],
    ],
    [["output"], NO_STRING],
    [["emit"], [...NO_STRING, "", "mjs"]],
    [["namespaces"], NO_LIST],
    [["tokens"], [...NO_OBJECT, {}]],
    [["tokens", "accessToken"], NO_OBJECT],
    [token("schema"), [...NO_STRING, ""]],
    [token("profile"), [...NO_STRING, "", "oidc"]],
    [token("issuer"), NO_STRING_OR_LIST],
    [token("audience"), NO_STRING_OR_LIST],
    [token("algorithms"), [...NO_LIST, []]],
    [token("type"), [...NO_STRING, "", "at jwt", "a/b/c", "x".repeat(128), "é"]],
    [token("unknownClaims"), [...NO_STRING, "", "drop"]],
    [token("maxTokenBytes"), [null, true, "8192", [], {}, 0, -1, 1.5, 1_048_577]],
    [token("helpers"), [null, true, 5, "", "sign", [], {}]],
    [["lint"], NO_OBJECT],
    [["lint", "extends"], NO_STRING_OR_LIST],
    [["lint", "rules"], NO_OBJECT],
    [
      ["lint", "rules", "missing-description"],
      [...NO_STRING, "", "fatal"],
    ],
    [["diff"], NO_OBJECT],
    [["diff", "accept"], NO_LIST],
    [["targets"], NO_LIST],
  ];
  test.each(table.flatMap(([path, values]) => values.map((value) => [path.join("."), value, path] as const)))(
    "%s cannot be %j",
    (_name, value, path) => {
      const text = configWith(path, value);
      const error = thrownBy(() => read(text));
      expect(error).toBeInstanceOf(ConfigError);
      expect(error).toMatchObject({ code: "invalid_value", expected: expect.stringMatching(/\S/u) });
      const { at, message } = error as ConfigError;
      expect(at).toMatchObject({ file: "claims.config.json", pointer: `/${path.join("/")}` });
      // The place is where the value begins, right after its name.
      const line = text.split("\n")[(at?.line ?? 0) - 1] ?? "";
      expect(line.slice(0, (at?.column ?? 0) - 1).trim()).toBe(`"${path.at(-1)}":`);
      expect(message).toContain(`\`${path.at(-1)}\` cannot be `);
    },
  );

  test.each([
    [["namespaces"], [5], 0, "Entry 1 of `namespaces` cannot be 5."],
    [["namespaces"], ["a", ""], 1, 'Entry 2 of `namespaces` cannot be "".'],
    [["namespaces"], ["a", "b", "a"], 2, '"a" stands twice in `namespaces`.'],
    [token("issuer"), ["a", null], 1, "Entry 2 of `issuer` cannot be null."],
    [token("audience"), ["a", "a"], 1, '"a" stands twice in `audience`.'],
    [token("algorithms"), [256], 0, "Entry 1 of `algorithms` cannot be 256."],
    [token("algorithms"), ["ES256", "ES256"], 1, '"ES256" stands twice in `algorithms`.'],
    [token("helpers"), ["sign"], 0, 'Entry 1 of `helpers` cannot be "sign".'],
    [["targets"], ["auth0", "nginx"], 1, 'Entry 2 of `targets` cannot be "nginx".'],
    [["diff", "accept"], [7], 0, "Entry 1 of `accept` cannot be 7."],
  ])("an entry of %j in %j is at fault by itself", (path, value, index, message) => {
    expect(thrownBy(() => read(configWith(path, value)))).toMatchObject({
      code: "invalid_value",
      message,
      at: { pointer: `/${path.join("/")}/${index}` },
    });
  });

  test.each(["[]", "null", "1", '"x"'])("the whole file cannot be %s", (text) => {
    expect(thrownBy(() => read(text))).toMatchObject({
      code: "invalid_value",
      at: { file: "claims.config.json", line: 1, column: 1, pointer: "" },
      expected: "an object with the keys `package` and `tokens`",
    });
  });

  test.each([
    ["2027-02-30", "There is no day 2027-02-30."],
    ["tomorrow", '`until` cannot be "tomorrow".'],
  ])("an accepted break cannot end on %s", (until, message) => {
    expect(thrownBy(() => read(configWith(["diff", "accept"], [{ id: "a", reason: "b", until }])))).toMatchObject({
      code: "invalid_value",
      message,
      at: { pointer: "/diff/accept/0/until" },
    });
  });

  test("names the value that was probably meant", () => {
    expect(thrownBy(() => read(configWith(token("unknownClaims"), "Reject")))).toMatchObject({
      hint: 'Did you mean "reject"?',
    });
  });
});

describe("durations", () => {
  test.each(["lifetime", "clockTolerance"])("%s takes nothing but a duration", (key) => {
    for (const value of [null, true, 900, "900", "", "15 m", [], {}]) {
      expect(thrownBy(() => read(configWith(token(key), value)))).toMatchObject({
        code: "invalid_duration",
        at: { pointer: `/tokens/accessToken/${key}` },
      });
    }
  });

  test("a lifetime of nothing and a tolerance beyond five minutes are refused", () => {
    expect(thrownBy(() => read(configWith(token("lifetime"), "0s")))).toMatchObject({ code: "invalid_duration" });
    expect(thrownBy(() => read(configWith(token("clockTolerance"), "301s")))).toMatchObject({
      code: "invalid_duration",
      message: "The clock tolerance is longer than 5 minutes.",
      expected: 'a duration from "0s" to "5m"',
    });
  });
});

describe("keys", () => {
  test("an unknown key names the nearest one, and is not missing as well", () => {
    const text =
      '{\n  "package": {"name": "a", "version": "1.0.0"},\n  "tokens": {"t": {\n    "algoritms": []\n  }}\n}';
    const fixed = text.replace("{\n    ", '{"schema": "a.json", "lifetime": "1m",\n    ');
    expect(thrownBy(() => read(fixed))).toMatchObject({
      code: "unknown_key",
      message: "Unknown key `algoritms`.",
      hint: "Did you mean `algorithms`?",
      at: { file: "claims.config.json", line: 4, column: 5, pointer: "/tokens/t/algoritms" },
    });
  });

  test.each([
    [["outputs"], "Did you mean `output`?"],
    [["package", "Name"], "Did you mean `name`?"],
    [token("clock_tolerance"), "Did you mean `clockTolerance`?"],
    [["lint", "rule"], "Did you mean `rules`?"],
    [["lint", "rules", "missing-descriptions"], "Did you mean `missing-description`?"],
    [["diff", "zzz"], "Remove it."],
    [["__proto__"], "Remove it."],
    [["constructor"], "Remove it."],
  ])("%j is unknown", (path, hint) => {
    // JSON.parse of the text makes `__proto__` an own key, which an object literal would not.
    const text = path[0] === "__proto__" ? JSON.stringify(BASE).replace("{", '{"__proto__":{},') : configWith(path, 1);
    expect(thrownBy(() => read(text))).toMatchObject({
      code: "unknown_key",
      message: `Unknown key \`${path.at(-1)}\`.`,
      hint,
      at: { pointer: `/${path.join("/")}` },
    });
  });

  test.each([
    ["{}", "The key `package` is missing.", ""],
    ['{"package":{"name":"a","version":"1.0.0"}}', "The key `tokens` is missing.", ""],
    ['{"package":{"name":"a"},"tokens":{"t":1}}', "The key `version` is missing in `package`.", "/package"],
    [configWith(["tokens", "accessToken"], {}), "The key `schema` is missing in `accessToken`.", "/tokens/accessToken"],
    [
      configWith(["diff", "accept"], [{ id: "a" }]),
      "The key `reason` is missing in entry 1 of `accept`.",
      "/diff/accept/0",
    ],
  ])("of %j one is missing", (text, message, pointer) => {
    expect(thrownBy(() => read(text))).toMatchObject({
      code: "missing_key",
      message,
      expected: expect.stringMatching(/\S/u),
      at: { file: "claims.config.json", pointer },
    });
  });

  test("a missing lifetime is pointed out at the token's name", () => {
    const text =
      '{"package": {"name": "a", "version": "1.0.0"},\n "tokens": {\n  "t": {"schema": "a", "algorithms": ["ES256"]}}}';
    expect(thrownBy(() => read(text))).toMatchObject({
      code: "missing_key",
      expected: 'a duration, as in "15m"',
      hint: "Add `lifetime`.",
      at: { line: 3, column: 3, pointer: "/tokens/t" },
    });
  });
});

test("of several problems the first in the file is thrown", () => {
  const text =
    '{"tokens": {"t": {"lifetime": 5, "schema": 5, "algorithms": ["none"]}},\n "package": {"name": "X", "version": "1"}, "x": 1}';
  expect(thrownBy(() => read(text))).toMatchObject({ code: "invalid_duration", at: { line: 1, column: 31 } });
});

test.each([
  ["", "invalid_syntax"],
  ["{,}", "invalid_syntax"],
  ['{"a":1,"a":2}', "duplicate_key"],
  ["\0", "invalid_encoding"],
])("a file that cannot be read at all: %j", (text, code) => {
  const error = thrownBy(() => read(text));
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ code });
});
