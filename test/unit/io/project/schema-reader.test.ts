import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ClaimsmithError } from "../../../../src/errors.js";
import { digestOf } from "../../../../src/io/files/file-digest.js";
import { PACKAGE_ROOT } from "../../../../src/io/package-root.js";
import { createSchemaReader } from "../../../../src/io/project/schema-reader.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

const FROM = { file: "claims.config.json", line: 7, column: 3, pointer: "/tokens/a/schema" };

/** A work tree with the config in a folder of it, and files inside and outside. */
function workTree(): { outer: string; config: string } {
  const outer = temporaryFolder();
  writeTree(outer, {
    "secret.json": '"secret"',
    "repo/.git/HEAD": "",
    "repo/shared/common.schema.json": '{"title":"common"}',
    "repo/service/schemas/a.schema.json": '{"title":"a"}',
    "repo/service/schemas/b.yaml": "title: b\n",
  });
  return { outer, config: path.join(outer, "repo/service") };
}

function errorOf(config: string, file: string): ClaimsmithError {
  try {
    createSchemaReader(config).read(file, FROM);
  } catch (error) {
    if (error instanceof ClaimsmithError) return error;
    throw error;
  }
  return expect.fail("nothing was thrown");
}

afterEach(() => vi.restoreAllMocks());

describe("createSchemaReader", () => {
  it("reads JSON and YAML by their path from the config, also elsewhere in the work tree", () => {
    const reader = createSchemaReader(workTree().config);
    expect(reader.read("schemas/a.schema.json", FROM).value).toEqual({ title: "a" });
    expect(reader.read("schemas/b.yaml", FROM).value).toEqual({ title: "b" });
    expect(reader.read("../shared/common.schema.json", FROM).value).toEqual({ title: "common" });
    expect(reader.read("schemas/a.schema.json", FROM).locate("/title").file).toBe("schemas/a.schema.json");
  });

  it("says what it read, sorted, each file once, and reads each file once", () => {
    const { config } = workTree();
    const reader = createSchemaReader(config);
    const first = reader.read("schemas/b.yaml", FROM);
    fs.rmSync(path.join(config, "schemas/b.yaml"));
    expect(reader.read("schemas/b.yaml", FROM)).toBe(first);
    reader.read("schemas/a.schema.json", FROM);
    reader.vocabulary();
    expect(reader.reads()).toEqual([
      { file: "schemas/a.schema.json", sha256: digestOf('{"title":"a"}') },
      { file: "schemas/b.yaml", sha256: digestOf("title: b\n") },
    ]);
  });

  it("knows a linked work tree by its .git file", () => {
    const { outer, config } = workTree();
    fs.rmSync(path.join(outer, "repo/.git"), { recursive: true });
    writeTree(outer, { "repo/.git": "gitdir: elsewhere\n" });
    expect(createSchemaReader(config).read("../shared/common.schema.json", FROM).value).toEqual({ title: "common" });
  });

  it("reads through a config folder that is itself behind a link", () => {
    const { outer, config } = workTree();
    fs.symlinkSync(config, path.join(outer, "alias"));
    expect(createSchemaReader(path.join(outer, "alias")).read("../shared/common.schema.json", FROM).value).toEqual({
      title: "common",
    });
  });

  describe("stays in the work tree", () => {
    const tree = "the git work tree that holds the config";
    it.each([
      ["../../secret.json", `"../../secret.json" is outside ${tree}.`],
      ["../../not-there.json", `"../../not-there.json" is outside ${tree}.`],
      ["/etc/hostname", `"/etc/hostname" is outside ${tree}.`],
      ["schemas/../../../secret.json", `"schemas/../../../secret.json" is outside ${tree}.`],
      ["link.json", `"link.json" is a link that leaves ${tree}.`],
      ["folder-link/secret.json", `"folder-link/secret.json" is a link that leaves ${tree}.`],
      ["../../repo-beside/a.json", `"../../repo-beside/a.json" is outside ${tree}.`],
    ])("and refuses %j", (file, message) => {
      const { outer, config } = workTree();
      writeTree(outer, { "repo-beside/a.json": "{}" });
      fs.symlinkSync("../../secret.json", path.join(config, "link.json"));
      fs.symlinkSync("../..", path.join(config, "folder-link"));
      expect(errorOf(config, file)).toMatchObject({
        code: "schema_outside",
        message,
        at: FROM,
        expected: `a file inside ${tree}`,
      });
    });

    it("and without one in the config's folder", () => {
      const { outer, config } = workTree();
      fs.rmSync(path.join(outer, "repo/.git"), { recursive: true });
      expect(errorOf(config, "../shared/common.schema.json")).toMatchObject({
        code: "schema_outside",
        message: `"../shared/common.schema.json" is outside the config's folder.`,
      });
      expect(createSchemaReader(config).read("schemas/a.schema.json", FROM).value).toEqual({ title: "a" });
    });

    it("but follows a link that does", () => {
      const { config } = workTree();
      fs.symlinkSync("../../shared/common.schema.json", path.join(config, "schemas/link.json"));
      expect(createSchemaReader(config).read("schemas/link.json", FROM).value).toEqual({ title: "common" });
    });
  });

  it("reads the shipped vocabulary by any path, as the one document, and does not list it as an input", () => {
    const { config } = workTree();
    fs.mkdirSync(path.join(config, "node_modules"));
    fs.symlinkSync(PACKAGE_ROOT, path.join(config, "node_modules/claimsmith"));
    const reader = createSchemaReader(config);
    const byPath = reader.read("node_modules/claimsmith/schemas/iana-jwt.schema.json", FROM);
    expect(byPath).toBe(reader.vocabulary());
    expect(byPath.value).toHaveProperty("$id", "claimsmith:iana-jwt");
    expect(reader.reads()).toEqual([]);
    expect(errorOf(config, "node_modules/claimsmith/package.json").code).toBe("schema_outside");
  });

  it.each([
    ["schemas/a.shcema.json", 'Did you mean "schemas/a.schema.json"?'],
    ["schemas/A.schema.json", 'Did you mean "schemas/a.schema.json"?'],
    ["../shared/comon.schema.json", 'Did you mean "../shared/common.schema.json"?'],
    ["schemas/nothing-like-it.txt", "Check the path."],
    ["no-such-folder/a.schema.json", "Check the path."],
    ["schemas/a.schema.json/below", "Check the path."],
    ["nul\0.json", "Check the path."],
  ])("says that %j does not exist and what is near", (file, hint) => {
    expect(errorOf(workTree().config, file)).toMatchObject({
      code: "schema_not_found",
      message: `The schema file ${JSON.stringify(file)} does not exist.`,
      at: FROM,
      hint,
    });
  });

  it("says at the reference what cannot be read, and never waits for a pipe", () => {
    const { config } = workTree();
    fs.symlinkSync("circle", path.join(config, "circle"));
    fs.closeSync(fs.openSync(path.join(config, "large.json"), "w"));
    fs.truncateSync(path.join(config, "large.json"), 1_000_000_000);
    const cases: [string, RegExp][] = [
      ["schemas", /schemas: it is a folder\.$/],
      ["circle", /circle: its links lead in a circle\.$/],
      ["large.json", /large\.json: it is larger than 32 MiB\.$/],
    ];
    if (spawnSync("mkfifo", [path.join(config, "pipe")]).status === 0)
      cases.push(["pipe", /pipe: it is a device, pipe or socket\.$/]);
    for (const [file, message] of cases) {
      const error = errorOf(config, file);
      expect(error).toMatchObject({ code: "cannot_read", at: FROM });
      expect(error.message).toMatch(message);
    }
  });

  it("says at the reference that permission is denied", () => {
    const { config } = workTree();
    vi.spyOn(fs, "openSync").mockImplementation(() => {
      throw Object.assign(new Error("denied"), { code: "EACCES" });
    });
    const error = errorOf(config, "schemas/a.schema.json");
    expect(error).toMatchObject({
      code: "cannot_read",
      at: FROM,
      hint: "Check who owns it and what its permissions are.",
    });
  });

  it("leaves what is wrong in a file at its place in that file", () => {
    const { config } = workTree();
    writeTree(config, { "bad.json": '{\n  "a": 1,\n}' });
    expect(errorOf(config, "bad.json")).toMatchObject({ code: "invalid_syntax", at: { file: "bad.json", line: 2 } });
  });
});
