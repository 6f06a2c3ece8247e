import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/project.js";
import { runInProcess } from "../support/run-in-process.js";
import { type ScratchRepository, scratchRepository } from "../support/scratch-repository.js";

const STRING = { type: "string" };
const schema = (role: object) => ({ type: "object", properties: { sub: STRING, role } });
const config = (top: object = {}) => ({
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: { accessToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" } },
  ...top,
});

let repository: ScratchRepository;
beforeAll(() => {
  repository = scratchRepository();
  repository.commit({
    "claims.config.json": config(),
    "a.json": schema({ enum: ["a", "b"] }),
    "b.json": schema(STRING),
  });
});
afterAll(() => repository.remove());

/** Runs the command line with the repository's config; what it prints names files as seen from the repository. */
async function claimsmith(...words: readonly string[]) {
  const { code, out, err } = await runInProcess([
    ...words,
    "--config",
    path.join(repository.folder, "claims.config.json"),
  ]);
  return { code, out: seenFromRepository(out), err: seenFromRepository(err) };
}

function seenFromRepository(text: string): string {
  return text.replaceAll(`${path.relative(process.cwd(), repository.folder).split(path.sep).join("/")}/`, "");
}

/** Runs a test with another schema in the work tree. */
async function withSchema<Result>(role: object, config_: object, test: () => Promise<Result>): Promise<Result> {
  const { writeProject } = await import("../support/scratch-project.js");
  writeProject(repository.folder, { "a.json": schema(role), "claims.config.json": config_ });
  try {
    return await test();
  } finally {
    repository.git("checkout", "-q", "--", ".");
  }
}

describe("claimsmith diff", () => {
  it("exits with 0 where nothing changed", async () => {
    expect(await claimsmith("diff", "main")).toEqual({ code: 0, out: "No change.\n", err: "" });
  });

  it.each([
    ["breaking", { enum: ["a"] }, 1],
    ["breaking", { enum: ["b", "a"] }, 0],
    ["breaking", { enum: ["a", "b"], deprecated: true }, 0],
    ["any", { enum: ["a", "b"], deprecated: true }, 1],
    ["any", { enum: ["b", "a"] }, 0],
    ["never", { enum: ["a"] }, 0],
  ])("--fail-on %s with the claim %j exits with %i", async (failOn, role, want) => {
    const { code } = await withSchema(role, config(), () => claimsmith("diff", "main", "--fail-on", failOn));
    expect(code).toBe(want);
  });

  it.each(["text", "json", "markdown", "github"])("--format %s is the same text every time", async (format) => {
    const [one, other] = await withSchema({ enum: ["a"] }, config(), async () => [
      await claimsmith("diff", "main", "--format", format),
      await claimsmith("diff", "main", "--format", format),
    ]);
    expect(one).toEqual(other);
    expect(one?.out).toContain("claim-narrowed-");
    expect(one?.err).toBe("");
  });

  it("writes with --out what it prints in each format, and replaces what an earlier run wrote", async () => {
    const folder = path.join(repository.folder, "made/here");
    const printed = (format: string) => claimsmith("diff", "main", "--format", format);
    for (const role of [{ enum: ["a"] }, { enum: ["b"] }]) {
      await withSchema(role, config(), async () => {
        const { code, out, err } = await claimsmith("diff", "main", "--out", folder);
        expect({ code, err }).toEqual({ code: 1, err: "" });
        expect(out).toBe((await printed("text")).out);
        expect(readdirSync(folder).sort()).toEqual(["diff.github", "diff.json", "diff.md"]);
        for (const [format, file] of [
          ["json", "diff.json"],
          ["markdown", "diff.md"],
          ["github", "diff.github"],
        ] as const) {
          expect(seenFromRepository(readFileSync(path.join(folder, file), "utf8"))).toBe((await printed(format)).out);
        }
      });
    }
    rmSync(path.join(repository.folder, "made"), { recursive: true });
  });

  it("could not run where the folder of --out is a file", async () => {
    const result = await claimsmith("diff", "main", "--out", path.join(repository.folder, "a.json"));
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toMatch(/^error \[cannot_write\] /);
  });

  it("annotates the line of the schema, and of a key of the config", async () => {
    const changed = config({ tokens: { accessToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "5m" } } });
    const { out } = await withSchema({ enum: ["a"] }, changed, () => claimsmith("diff", "main", "--format", "github"));
    const places = [...out.matchAll(/^::error file=([^,]*),line=(\d+)/gm)].map(([, file, line]) => [file, line]);
    expect(places).toEqual([
      ["a.json", "7"],
      ["claims.config.json", "12"],
    ]);
  });

  it("takes a break that the config accepts, and refuses an entry that matches nothing", async () => {
    const { out } = await withSchema({ enum: ["a"] }, config(), () => claimsmith("diff", "main", "--format", "json"));
    const [, id = ""] = /"id": "([^"]+)"/.exec(out) ?? [];
    const accepting = config({ diff: { accept: [{ id, reason: "Known." }] } });
    const accepted = await withSchema({ enum: ["a"] }, accepting, () => claimsmith("diff", "main"));
    expect(accepted.code).toBe(0);
    expect(accepted.out).toContain("Accepted: Known.");
    const stale = await withSchema({ enum: ["a", "b"] }, accepting, () => claimsmith("diff", "main"));
    expect(stale.code).toBe(2);
    expect(stale.err).toMatch(/^error \[invalid_value\] No change that breaks something has the id "claim-narrowed-/);
    expect(stale.err).toContain("at claims.config.json:");
  });

  it("compares two schema files", async () => {
    const file = (name: string) => path.join(repository.folder, name);
    const { code, out } = await claimsmith("diff", file("a.json"), file("b.json"));
    expect(code).toBe(1);
    expect(out).toContain("token  breaking, consumers-first");
  });

  it.each([
    [["diff"], "invalid_option", "`claimsmith diff` needs another argument."],
    [["diff", "main", "HEAD", "more"], "unknown_option", '`claimsmith diff` takes no argument "more".'],
    [["diff", "main", "--fail-on", "all"], "invalid_option", 'The option --fail-on cannot be "all".'],
    [["diff", "main", "--failon", "any"], "unknown_option", "`claimsmith diff` takes no option --failon."],
    [
      ["diff", "nothing-like-it"],
      "unknown_revision",
      '"nothing-like-it" is neither a file nor a revision of this repository.',
    ],
  ])("%j could not run", async (words, code, message) => {
    const result = await claimsmith(...words);
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err.split("\n", 1)).toEqual([`error [${code}] ${message}`]);
  });

  it("prints for an unknown revision what docs/errors.md shows", async () => {
    const page = readFileSync(path.join(REPOSITORY, "docs/errors.md"), "utf8");
    const [, entry = ""] = page.split("\n### unknown_revision\n");
    const [, shown] = /^```text\n(.*?)^```$/ms.exec(entry) ?? [];
    expect((await claimsmith("diff", "mainn")).err).toBe(shown);
  });
});
