import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { DiffReport } from "../../../src/diff/diff-report.js";
import type { Expansion } from "../../../src/diff/expansion.js";
import { diffJson } from "../../../src/report/diff-json.js";
import { diffMarkdown } from "../../../src/report/diff-markdown.js";
import { diffText } from "../../../src/report/diff-text.js";
import { expansionParts } from "../../../src/report/expansion-words.js";
import { configOf, projectOf } from "../../support/project.js";

const plain = (text: string) => text;
const STYLE = { red: plain, bold: plain, dim: plain };
const AT = { file: "a.json", line: 3, column: 5, pointer: "/properties" };

const expansion = (schema: Expansion["schema"], policy: Expansion["policy"] = {}): Expansion => ({ schema, policy });
const member = (
  value: Expansion["schema"][number]["value"],
  claim: string | null = "role",
  pointer = "/properties/role",
) => ({
  claim,
  location: AT,
  pointer,
  value,
});

async function report(before: object, after: object): Promise<DiffReport> {
  const project = (role: object, algorithms: string[]) =>
    projectOf(configOf({ algorithms }), { "schema.json": { type: "object", properties: { role } } });
  return diffProjects(project(before, ["RS256"]), project(after, ["ES256"]), { today: "2026-01-01" });
}

const SAMPLE = await report({ type: "string" }, { type: "number" });

describe("an expanded state", () => {
  it("is said part by part: where, and what to write there", () => {
    const parts = expansionParts(
      "t",
      expansion([member({ type: "string" }), member([], null, "/required")], { issuer: null, lifetime: "1h" }),
    );
    expect(parts).toEqual([
      { where: "a.json:3:5 (/properties/role)", json: '{"type":"string"}' },
      { where: "a.json:3:5 (/required)", json: "[]" },
      { where: 'token "t" of the config', json: '{"lifetime":"1h"}' },
      { where: 'token "t" of the config, without issuer', json: "" },
    ]);
  });

  it("that is a whole claim set is a file of its own", () => {
    const [part] = expansionParts("t", expansion([member({ type: "object", anyOf: [] }, null, "")]));
    expect(part?.where).toBe("a schema file of its own, in place of a.json:3:5 (/properties)");
  });

  it("is JSON to paste that steers no terminal", () => {
    const hostile = "\u001b[31m\u202e\u2028\ud800";
    const [part] = expansionParts("t", expansion([member({ enum: [hostile] })]));
    expect(part?.json).toBe('{"enum":["\\u001b[31m\\u202e\\u2028\\ud800"]}');
    expect(JSON.parse(part?.json ?? "")).toEqual({ enum: [hostile] });
  });

  it("is in every format", () => {
    const text = diffText(SAMPLE, STYLE);
    expect(text).toContain(
      [
        "  expanded state:",
        "    schema.json:4:13 (/properties/role)",
        '      {"type":["string","number"]}',
        '    token "token" of the config',
        '      {"algorithms":["ES256","RS256"]}',
      ].join("\n"),
    );
    expect(diffMarkdown(SAMPLE)).toContain(
      [
        "<details><summary>Expanded state</summary>",
        "",
        "`schema.json:4:13 (/properties/role)`",
        "",
        "```json",
        '{"type":["string","number"]}',
        "```",
      ].join("\n"),
    );
    expect(JSON.parse(diffJson(SAMPLE)).tokens[0].expansion).toEqual({
      schema: [
        {
          claim: "role",
          location: { file: "schema.json", line: 4, column: 13, pointer: "/properties/role" },
          pointer: "/properties/role",
          value: { type: ["string", "number"] },
        },
      ],
      policy: { algorithms: ["ES256", "RS256"] },
    });
  });

  it("ends no code block of the Markdown", async () => {
    const marks = await report({ enum: ["```\n</details>"] }, { enum: ["````"] });
    expect(diffMarkdown(marks)).toContain('`````json\n{"enum":["```\\n</details>","````"]}\n`````');
  });
});
