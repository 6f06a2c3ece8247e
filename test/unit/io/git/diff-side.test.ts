import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../../../src/api/diff.js";
import { ClaimsmithError } from "../../../../src/errors.js";
import { writeProject } from "../../../support/scratch-project.js";
import { type ScratchRepository, scratchRepository } from "../../../support/scratch-repository.js";

const STRING = { type: "string" };
const token = (more: object = {}) => ({ schema: "schemas/a.json", algorithms: ["ES256"], lifetime: "15m", ...more });
const config = (more: object = {}, top: object = {}) => ({
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: { accessToken: token(more) },
  ...top,
});
const schema = (properties: object = {}) => ({ type: "object", properties: { sub: STRING, ...properties } });

let repository: ScratchRepository;
let claims: string;

beforeAll(() => {
  repository = scratchRepository();
  claims = path.join(repository.folder, "claims dir");
  const files = (own: object, common: object) => ({
    "claims dir/claims.config.json": config(),
    "claims dir/schemas/a.json": own,
    "common.json": common,
  });
  const referring = schema({ role: { $ref: "../../common.json#/$defs/role" } });
  repository.commit(files(referring, { $defs: { role: { enum: ["admin", "member"] } } }));
  repository.git("tag", "v1.0.0");
  repository.commit(files({ type: "sting" }, {}));
  repository.git("branch", "broken");
  repository.git("rm", "-q", "-r", "claims dir");
  repository.git("commit", "-q", "-m", "No config.");
  repository.git("branch", "without-config");
  repository.commit({ "claims dir/claims.config.json": config(), "claims dir/schemas/a.json": referring });
  repository.git("branch", "without-schema");
  repository.commit(files(referring, { $defs: { role: { enum: ["admin"] } } }));
});
afterAll(() => repository.remove());

/** What a comparison gives: each token's rollout and changes, or the error's parts. */
async function outcome(base: string, revision?: string, cwd = claims): Promise<unknown> {
  try {
    const { tokens } = await diff({ base, revision, cwd, today: "2026-01-01" });
    return tokens.map(({ token, rollout, changes }) => [token, rollout, changes.map(({ kind }) => kind)]);
  } catch (error) {
    if (!(error instanceof ClaimsmithError)) throw error;
    return [error.name, error.code, error.at?.file ?? null, error.hint ?? null];
  }
}

const NARROWED = [["accessToken", "producers-first", ["claim-narrowed"]]];

describe("a git revision", () => {
  it("is read from git's objects, with the files that its schemas refer to", async () => {
    expect(await outcome("v1.0.0")).toEqual(NARROWED);
    expect(await outcome("v1.0.0", "main")).toEqual(NARROWED);
    expect(await outcome("main", "v1.0.0")).toEqual([["accessToken", "consumers-first", ["claim-widened"]]]);
    expect(await outcome("HEAD")).toEqual([["accessToken", "any-order", []]]);
  });

  it("leaves the work tree, the index and the branch as they are", async () => {
    await outcome("v1.0.0");
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(repository.git("symbolic-ref", "HEAD")).toBe("refs/heads/main\n");
  });

  it("is read as it was committed, whatever the work tree holds", async () => {
    fs.writeFileSync(path.join(claims, "schemas/a.json"), JSON.stringify(schema()));
    expect(await outcome("main")).toEqual([["accessToken", "any-order", ["claim-removed"]]]);
    expect(await outcome("main", "HEAD")).toEqual([["accessToken", "any-order", []]]);
    repository.git("checkout", "-q", "--", ".");
  });

  it("gives the places of the revision's own files", async () => {
    const { tokens } = await diff({ base: "v1.0.0", cwd: claims });
    const at = tokens[0]?.changes[0]?.location;
    expect(path.resolve(at?.file ?? "")).toBe(path.join(repository.folder, "common.json"));
    expect(at).toMatchObject({ line: 3, pointer: "/$defs/role" });
  });

  it("gives for a key of the policy that is gone the token in the config, and for an expanded state the files as seen from here", async () => {
    const withIssuer = config({ issuer: "https://a.example" });
    fs.writeFileSync(path.join(claims, "claims.config.json"), JSON.stringify(withIssuer, null, 2));
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "An issuer.");
    repository.git("branch", "with-issuer");
    repository.git("reset", "-q", "--hard", "HEAD~1");
    fs.writeFileSync(
      path.join(claims, "schemas/a.json"),
      JSON.stringify(schema({ role: { type: "number" } }), null, 2),
    );
    const { tokens } = await diff({ base: "with-issuer", cwd: claims, today: "2026-01-01" });
    repository.git("checkout", "-q", "--", ".");
    const change = tokens[0]?.changes.find(({ kind }) => kind === "policy-issuer");
    expect(path.resolve(change?.location?.file ?? "")).toBe(path.join(claims, "claims.config.json"));
    expect(change?.location?.pointer).toBe("/tokens/accessToken");
    const [member] = tokens[0]?.expansion?.schema ?? [];
    expect(path.resolve(member?.location.file ?? "")).toBe(path.join(claims, "schemas/a.json"));
    expect(member?.pointer).toBe("/properties/role");
  });

  it.each([
    ["mai", ["UsageError", "unknown_revision", null, 'Did you mean "main"?']],
    ["", ["UsageError", "unknown_revision", null, "Run `git fetch`, or check the name."]],
    ["--all", ["UsageError", "unknown_revision", null, "Run `git fetch`, or check the name."]],
    ["main\nHEAD", ["UsageError", "unknown_revision", null, "Run `git fetch`, or check the name."]],
    ["main\0", ["UsageError", "unknown_revision", null, 'Did you mean "main"?']],
    ["main:common.json", ["UsageError", "unknown_revision", null, "Run `git fetch`, or check the name."]],
    ["main..HEAD", ["UsageError", "unknown_revision", null, "Run `git fetch`, or check the name."]],
  ])("that is called %j does not exist", async (name, want) => {
    expect(await outcome(name)).toEqual(want);
  });

  it("without the config says so", async () => {
    expect(await outcome("without-config")).toEqual([
      "ConfigError",
      "config_not_found",
      "without-config:claims dir/claims.config.json",
      "Name a later revision, or compare with a config file.",
    ]);
  });

  it("with a schema that is gone says which", async () => {
    repository.git("rm", "-q", "common.json");
    repository.git("commit", "-q", "-m", "No schema.");
    repository.git("branch", "no-common");
    repository.git("reset", "-q", "--hard", "HEAD~1");
    expect(await outcome("no-common")).toEqual([
      "SchemaError",
      "schema_not_found",
      "no-common:claims dir/schemas/a.json",
      "Check the path, and that the file was committed.",
    ]);
  });

  it("with a broken schema says on which side it is", async () => {
    expect((await outcome("broken")) as unknown[]).toEqual(
      expect.arrayContaining(["SchemaError", "invalid_schema", "broken:claims dir/schemas/a.json"]),
    );
    expect((await outcome("main", "broken")) as unknown[]).toEqual(
      expect.arrayContaining(["broken:claims dir/schemas/a.json"]),
    );
  });

  it("reads a linked schema, and none outside the repository", async () => {
    const other = scratchRepository();
    const reach = (file: string) => config({ schema: file });
    other.commit({ "claims.config.json": reach("link.json"), "real.json": schema({ role: STRING }) });
    fs.symlinkSync("real.json", path.join(other.folder, "link.json"));
    other.commit({});
    other.git("branch", "linked");
    expect(await outcome("linked", undefined, other.folder)).toEqual([["accessToken", "any-order", []]]);
    fs.rmSync(path.join(other.folder, "link.json"));
    fs.symlinkSync("../../outside.json", path.join(other.folder, "link.json"));
    other.commit({});
    other.git("branch", "leaving");
    expect(await outcome("linked", "leaving", other.folder)).toEqual(
      expect.arrayContaining(["SchemaError", "schema_not_found", "leaving:claims.config.json"]),
    );
    other.commit({ "claims.config.json": reach("../outside.json") });
    expect(await outcome("linked", "HEAD", other.folder)).toEqual(
      expect.arrayContaining(["SchemaError", "schema_outside", "HEAD:claims.config.json"]),
    );
    other.remove();
  });

  it("of a shallow clone that lacks it is said to be cut off", async () => {
    const clone = `${repository.folder}-clone`;
    repository.git("clone", "-q", "--depth", "1", `file://${repository.folder}`, clone);
    const found = await outcome("HEAD~1", undefined, path.join(clone, "claims dir"));
    fs.rmSync(clone, { recursive: true, force: true });
    expect(found).toEqual([
      "UsageError",
      "unknown_revision",
      null,
      "This clone is shallow and has only a part of the history: run `git fetch --unshallow`.",
    ]);
  });
});

describe("a file", () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "claimsmith-diff-")));
    writeProject(folder, {
      "old.json": schema({ role: { enum: ["a", "b"] } }),
      "new.yaml": "type: object\nproperties:\n  sub: {type: string}\n  role: {enum: [a]}\n",
      "broken.json": "{",
      "one/claims.config.json": config(),
      "one/schemas/a.json": schema(),
      "two/other.json": config({ lifetime: "1h" }),
      "two/schemas/a.json": schema(),
    });
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it("may be a bare schema on both sides", async () => {
    expect(await outcome("old.json", "new.yaml", folder)).toEqual([["token", "producers-first", ["claim-narrowed"]]]);
  });

  it("may be a config on both sides, by whatever name", async () => {
    const found = await outcome("one/claims.config.json", "two/other.json", folder);
    expect(found).toEqual([["accessToken", "consumers-first", ["policy-lifetime"]]]);
  });

  it.each([
    ["old.json", undefined, ["UsageError", "invalid_option", null]],
    ["old.json", "two/other.json", ["UsageError", "invalid_option", null]],
    ["two/other.json", "old.json", ["UsageError", "invalid_option", null]],
    ["old.json", "broken.json", ["SchemaError", "invalid_syntax", "broken.json"]],
    ["gone.json", "old.json", ["FileSystemError", "cannot_read", "gone.json"]],
  ] as const)("%s beside %s is refused", async (base, revision, want) => {
    const [name, code, file] = (await outcome(base, revision, folder)) as (string | null)[];
    expect([name, code, file === null ? null : path.basename(file ?? "")]).toEqual(want);
  });

  it("outside a repository leaves nothing for a revision to be", async () => {
    const cwd = path.join(folder, "one");
    expect(await outcome("main", undefined, cwd)).toEqual(expect.arrayContaining(["UsageError", "unknown_revision"]));
  });
});
