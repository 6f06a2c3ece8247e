import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../../src/config/parse-config.js";
import { ConfigError } from "../../../../src/errors.js";
import { readRuleSets } from "../../../../src/io/lint/rule-sets.js";
import { configOf } from "../../../support/project.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

/** The layers of a config in `app/` of a work tree with these files; each map as an object. */
function layersOf(lint: unknown, files: Readonly<Record<string, unknown>> = {}, prepare?: (root: string) => void) {
  const root = temporaryFolder();
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  writeTree(root, {
    ".git/HEAD": "",
    "app/x": "",
    ...Object.fromEntries(Object.entries(files).map(([file, value]) => [file, text(value)])),
  });
  prepare?.(root);
  const config = parseConfig({ file: "claims.config.json", text: JSON.stringify(configOf({}, { lint })) });
  return readRuleSets(config, path.join(root, "app")).map((layer) =>
    typeof layer === "string" ? layer : Object.fromEntries(layer),
  );
}

const OFF = { rules: { "missing-description": "off" } };
const ERROR = { rules: { "missing-description": "error" } };
const off = { "missing-description": "off" };
const error = { "missing-description": "error" };

describe("readRuleSets", () => {
  it.each<[string, unknown, Readonly<Record<string, unknown>>, readonly unknown[]]>([
    ["the config alone", OFF, {}, [off]],
    ["a set of claimsmith", { extends: "claimsmith:none" }, {}, ["claimsmith:none", {}]],
    [
      "a file beside the config, which wins over it",
      { extends: "./a.json", ...OFF },
      { "app/a.json": ERROR },
      [error, off],
    ],
    ["a file elsewhere in the work tree", { extends: "../a.json" }, { "a.json": ERROR }, [error, {}]],
    [
      "a file in YAML, with comments",
      { extends: "./a.yaml" },
      { "app/a.yaml": "# ours\nrules:\n  missing-description: error\n" },
      [error, {}],
    ],
    [
      "files in their order, each after what it extends",
      { extends: ["./a.json", "./b.json"] },
      { "app/a.json": { extends: "claimsmith:all", ...ERROR }, "app/b.json": OFF },
      ["claimsmith:all", error, off, {}],
    ],
    [
      "a file relative to the file that names it",
      { extends: "./sets/a.json" },
      { "app/sets/a.json": { extends: "./b.json" }, "app/sets/b.json": OFF },
      [off, {}, {}],
    ],
    ["lint.json of a package", { extends: "@acme/lint" }, { "app/node_modules/@acme/lint/lint.json": OFF }, [off, {}]],
    [
      "another file of a package further up",
      { extends: "acme-lint/sets/strict.json" },
      { "node_modules/acme-lint/sets/strict.json": ERROR },
      [error, {}],
    ],
    [
      "a file of a package that extends another of it, and another package",
      { extends: "acme-lint" },
      {
        "node_modules/acme-lint/lint.json": { extends: ["./base.json", "other-lint"] },
        "node_modules/acme-lint/base.json": ERROR,
        "node_modules/other-lint/lint.json": OFF,
      },
      [error, off, {}, {}],
    ],
    [
      "one file twice, as long as it is no circle",
      { extends: ["./a.json", "./b.json"] },
      { "app/a.json": { extends: "./c.json" }, "app/b.json": { extends: "./c.json" }, "app/c.json": OFF },
      [off, {}, off, {}, {}],
    ],
  ])("reads %s", (_, lint, files, want) => {
    expect(layersOf(lint, files)).toEqual(want);
  });

  it.each<[string, unknown, Readonly<Record<string, unknown>>, object]>([
    [
      "a file that is not there",
      { extends: ["./a.json"] },
      {},
      {
        message: 'The rule set "./a.json" does not exist.',
        at: { file: "claims.config.json", pointer: "/lint/extends/0" },
      },
    ],
    [
      "a folder",
      { extends: "./sets" },
      { "app/sets/a.json": OFF },
      { message: 'The rule set "./sets" does not exist.' },
    ],
    [
      "a file outside the work tree",
      { extends: "../../../../../../etc/hostname" },
      {},
      { message: expect.stringContaining('"../../../../../../etc/hostname" leaves ') },
    ],
    [
      "a package that is not installed",
      { extends: "@acme/lint" },
      {},
      { message: 'The package "@acme/lint" is not installed.', expected: "a package with a file lint.json" },
    ],
    [
      "a path that looks like a package, with the path that was meant",
      { extends: "sets/a.json" },
      { "app/sets/a.json": OFF },
      { message: 'The package "sets" is not installed.', hint: 'For the file, write "./sets/a.json".' },
    ],
    [
      "a file of a package that leaves it",
      { extends: "acme-lint" },
      { "node_modules/acme-lint/lint.json": { extends: "../../a.json" }, "a.json": OFF },
      { message: '"../../a.json" leaves "acme-lint".', at: { file: "../node_modules/acme-lint/lint.json" } },
    ],
    [
      "an absolute path",
      { extends: "/etc/hostname" },
      {},
      { message: '"/etc/hostname" is neither a file nor a package.' },
    ],
    ["an address", { extends: "https://acme.example/lint.json" }, {}, { code: "invalid_value" }],
    [
      "a circle",
      { extends: "./a.json" },
      { "app/a.json": { extends: "./b.json" }, "app/b.json": { extends: "./a.json" } },
      { message: 'The rule set "./a.json" extends itself.', at: { file: "b.json", line: 1, column: 12 } },
    ],
    [
      "a set of claimsmith that there is not",
      { extends: "claimsmith:recomended" },
      {},
      { message: 'There is no set of rules "claimsmith:recomended".', hint: 'Did you mean "claimsmith:recommended"?' },
    ],
    [
      "a file with a rule that there is not",
      { extends: "./a.json" },
      { "app/a.json": { rules: { nope: "off" } } },
      { code: "unknown_key", message: 'There is no rule "nope".', at: { file: "a.json", pointer: "/rules/nope" } },
    ],
    [
      "a file that is JavaScript",
      { extends: "./a.js" },
      { "app/a.js": "module.exports = {}" },
      { code: "invalid_syntax", at: { file: "a.js" } },
    ],
  ])("refuses %s", (_, lint, files, want) => {
    const thrown = thrownBy(() => layersOf(lint, files));
    expect(thrown).toBeInstanceOf(ConfigError);
    expect(thrown).toMatchObject({ code: "invalid_value", ...want });
  });

  it("refuses a link that leads outside the work tree", () => {
    const outside = temporaryFolder();
    writeTree(outside, { "a.json": "{}" });
    const thrown = thrownBy(() =>
      layersOf({ extends: "./a.json" }, {}, (root) =>
        fs.symlinkSync(path.join(outside, "a.json"), path.join(root, "app/a.json")),
      ),
    );
    expect(thrown).toMatchObject({ code: "invalid_value", message: expect.stringContaining('"./a.json" leaves ') });
  });

  it("ends where files extend each other twice over, many times", () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `app/${index}.json`,
        { extends: [`./${index + 1}.json`, `././${index + 1}.json`] },
      ]),
    );
    const thrown = thrownBy(() => layersOf({ extends: "./0.json" }, { ...files, "app/30.json": {} }));
    expect(thrown).toMatchObject({ message: "More than 100 files extend each other." });
  });
});
