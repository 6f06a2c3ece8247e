import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { configFile, openPullRequest, type PullRequest, runOnPullRequest } from "../support/pull-request.js";
import { type Annotation, diffAnnotations } from "../support/workflow-log.js";

// Each run starts some twenty programs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });

/** No run here comments. */
const NO_API = { url: "" };

let pull: PullRequest | null = null;
afterEach(() => pull?.origin.remove());

/** The annotations that the comparison makes of a change of one file. */
async function annotate(
  files: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): Promise<readonly Annotation[]> {
  pull = openPullRequest(files, change);
  return diffAnnotations(await runOnPullRequest(pull, NO_API, { inputs: { comment: "false" } }));
}

/** The text of the annotated line, and of what stands there from the annotated column on. */
function annotated(text: string, { line, col }: Annotation): string {
  return text.split("\n")[Number(line) - 1]?.slice(Number(col) - 1) ?? "";
}

const JSON_BASE = `{
  "type": "object",
  "properties": {
    "role": { "enum": ["admin", "member"] },
    "level": { "type": "integer", "maximum": 9 }
  }
}
`;
/** The same with one value less, under other keys, in another order and with other blanks. */
const JSON_AFTER = `{ "title": "Access",
        "properties":
{ "level":
      { "maximum": 9,
        "type": "integer" },

  "role":
      { "enum": [
          "member" ] } },
  "type": "object" }
`;
const YAML_BASE = `type: object
properties:
  role:
    enum: [admin, member]
  level: { type: integer, maximum: 9 }
`;
const YAML_AFTER = `# Who may do what.
properties:

      level:
            maximum: 9
            type: integer
      role:   # fewer than before
            enum:
            - member
type:   object
`;

describe("an annotation", () => {
  it.each([
    ["JSON", "a.json", JSON_BASE, JSON_AFTER, "8", '{ "enum": ['],
    ["YAML", "a.yaml", YAML_BASE, YAML_AFTER, "8", "enum:"],
  ])("is where the changed claim stands in reformatted %s", async (_, file, before, after, line, text) => {
    const annotations = await annotate({ "claims.config.json": configFile(file), [file]: before }, { [file]: after });
    expect(annotations.map(({ severity, file: named }) => [severity, named])).toEqual([["error", file]]);
    const [only] = annotations;
    expect(only?.line).toBe(line);
    expect(only === undefined ? "" : annotated(after, only)).toBe(text);
    expect(only?.message).toContain('Claim "role" admits fewer values: enum without "admin".');
  });

  it("is not there where a file was only reformatted", async () => {
    const files = { "claims.config.json": configFile("a.json"), "a.json": JSON_BASE };
    const same = JSON_AFTER.replace('"member" ]', '"member", "admin" ]').replace('"title": "Access",', "");
    expect(await annotate(files, { "a.json": same })).toEqual([]);
  });

  it("is at the definition in another file, where that is what has changed", async () => {
    const files = {
      "claims.config.json": configFile("a.json"),
      "a.json": { type: "object", properties: { role: { $ref: "common/role.yaml#/$defs/role" } } },
      "common/role.yaml": "$defs:\n  role:\n    enum: [admin, member]\n",
    };
    const [only, ...others] = await annotate(files, {
      "common/role.yaml": "# Roles.\n\n$defs:\n  other: true\n  role:\n    enum: [admin]\n",
    });
    expect(others).toEqual([]);
    expect([only?.severity, only?.file, only?.line]).toEqual(["error", "common/role.yaml", "6"]);
  });

  it("names a file whose path needs every escape", async () => {
    const file = "a,b:c%3A d/ü.json";
    const files = { "claims.config.json": configFile(file), [file]: JSON_BASE };
    const [only] = await annotate(files, { [file]: JSON_AFTER });
    expect(only?.file).toBe(file);
  });
});

describe("hostile names in a pull request", () => {
  const NAME =
    "x\n::error file=a::forged%0A,:|\r##[add-mask]a` @someone #1 [l](https://h.example) www.h.example <img src=x> $a$ \u202e";
  let end: Awaited<ReturnType<typeof runOnPullRequest>>;
  beforeAll(async () => {
    const claim = { type: "object", properties: { [NAME]: { enum: ["a", NAME] } } };
    const narrowed = { type: "object", properties: { [NAME]: { enum: ["a"] } } };
    const hostile = openPullRequest(
      { "claims.config.json": configFile("a.json"), "a.json": claim },
      { "a.json": narrowed },
    );
    end = await runOnPullRequest(hostile, NO_API, { inputs: { comment: "false" } });
    hostile.origin.remove();
  });

  it("end no annotation and begin none", () => {
    expect(end.code).toBe(1);
    expect(end.otherCommands).toEqual([]);
    expect(diffAnnotations(end).map(({ file, line }) => [file, line])).toEqual([["a.json", "4"]]);
    expect(end.annotations.filter(({ file }) => file === "a")).toEqual([]);
  });

  it("are no markup, no link and no mention in the report", () => {
    // What stands in code is shown as it is.
    const words = end.report.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
    expect(words).toContain("forged");
    expect(words).not.toMatch(/^::|<img|[^\\]\[l\]|@someone|#1\b|:\/\/h|www\.h|[^\\]\$a|\u202e/m);
  });
});
