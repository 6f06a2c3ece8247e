import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { DiffReport } from "../../../src/diff/diff-report.js";
import { diffGithub } from "../../../src/report/diff-github.js";
import { diffJson } from "../../../src/report/diff-json.js";
import { diffMarkdown } from "../../../src/report/diff-markdown.js";
import { diffText } from "../../../src/report/diff-text.js";
import { sizeWords } from "../../../src/report/diff-words.js";
import { DIFF_FORMATS, formatDiff } from "../../../src/report/format-diff.js";
import { configOf, projectOf } from "../../support/project.js";

const STRING = { type: "string" };
const claims = (properties: object) => ({ type: "object", properties });
const plain = (text: string) => text;
const STYLE = { red: plain, bold: plain, dim: plain };
const COLOUR = { ...STYLE, red: (text: string) => `<red>${text}</red>` };

async function report(
  before: object,
  after: object,
  token: Readonly<Record<string, unknown>> = {},
): Promise<DiffReport> {
  const base = projectOf(configOf(), { "schema.json": before });
  return diffProjects(base, projectOf(configOf(token), { "schema.json": after }), { today: "2026-01-01" });
}

const SAMPLE = await report(
  claims({ role: { enum: ["admin", "member"], "x-claimsmith-readers": ["billing"] }, note: STRING }),
  claims({ role: { enum: ["admin"], "x-claimsmith-readers": ["billing"] } }),
  { clockTolerance: "5s" },
);
const SAME = await report(claims({ a: STRING }), claims({ a: STRING }));
/** A name that tries to end what it stands in, in every format. */
const HOSTILE = await report(
  claims({ sub: STRING }),
  claims({ sub: STRING, "a\n::error::%0A,:|`@you <b>\u001b[31m\u202e": STRING }),
);

describe("the text", () => {
  it("puts what breaks first, with its witness, its readers and the rollout", () => {
    expect(diffText(SAMPLE, STYLE)).toMatchInlineSnapshot(`
      "1 token of 1 breaks, 3 changes.

      token  breaking, producers-first
        tokens in flight are refused by new consumers
        new tokens are accepted by old consumers
        size  229 → 209 bytes typical (smallest 104, largest unbounded → 301)
        backward, producer-types        Claim "role" admits fewer values: enum without "member".
                                        at schema.json:4:13 (/properties/role)
                                        for example {"exp":1767226500,"iat":1767225600,"role":"member"}
                                        Refused with: Claim "role" must be one of "admin".
                                        Read by: billing.
                                        id claim-narrowed-22f596fab5f9
        producer-types, consumer-types  Claim "note" is gone.
                                        at schema.json:3:17 (/properties)
                                        id claim-removed-73f461e378ce
        compatible                      The clock tolerance 0s is now 5s.
                                        at claims.config.json:10:5 (/tokens/token)
        rollout:
          1. Deploy the producers of token with the revision.
          2. Wait 15m, until the last old token has expired.
          3. Then deploy the consumers of token.

      To accept a break on purpose, add it to the config with a reason and a date:
      {
        "diff": {
          "accept": [
            {
              "id": "claim-narrowed-22f596fab5f9",
              "reason": "",
              "until": ""
            }
          ]
        }
      }
      "
    `);
  });

  it("sets breaks off with the style only", () => {
    expect(diffText(SAMPLE, COLOUR)).toContain("<red>breaking</red>");
    expect(diffText(SAMPLE, COLOUR).replace(/<\/?red>/g, "")).toBe(diffText(SAMPLE, STYLE));
  });

  it("says of no change that there is none", () => {
    expect(diffText(SAME, STYLE)).toBe("No change.\n");
  });

  it("shows an accepted break as such, and offers no snippet for it", () => {
    const acceptance = { reason: "Known.", until: "2026-02-01" };
    const accepted = {
      tokens: SAMPLE.tokens.map((token) => ({
        ...token,
        changes: token.changes.map((change) => ({ ...change, accepted: acceptance })),
      })),
    };
    const text = diffText(accepted, STYLE);
    expect(text).toContain("Accepted until 2026-02-01: Known.");
    expect(text).toContain("1 token of 1 breaks, 3 changes, 3 accepted.");
    expect(text).not.toContain('"accept"');
  });

  it("lets no name steer the terminal or begin a line", () => {
    const text = diffText(HOSTILE, STYLE);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(text).not.toMatch(/^::/m);
  });
});

describe("the JSON", () => {
  it("has the members of the interface, and more", () => {
    expect(JSON.parse(diffJson(SAMPLE))).toMatchInlineSnapshot(`
      {
        "tokens": [
          {
            "backward": false,
            "changes": [
              {
                "breaks": [
                  "backward",
                  "producer-types",
                ],
                "claim": "role",
                "id": "claim-narrowed-22f596fab5f9",
                "issue": {
                  "claim": "role",
                  "code": "invalid",
                  "keyword": "enum",
                  "message": "Claim "role" must be one of "admin".",
                  "path": "/role",
                },
                "kind": "claim-narrowed",
                "location": {
                  "column": 13,
                  "file": "schema.json",
                  "line": 4,
                  "pointer": "/properties/role",
                },
                "message": "Claim "role" admits fewer values: enum without "member".",
                "path": "/role",
                "proof": "witness",
                "readers": [
                  "billing",
                ],
                "refuted": "backward",
                "witness": {
                  "exp": 1767226500,
                  "iat": 1767225600,
                  "role": "member",
                },
              },
              {
                "breaks": [
                  "producer-types",
                  "consumer-types",
                ],
                "claim": "note",
                "id": "claim-removed-73f461e378ce",
                "kind": "claim-removed",
                "location": {
                  "column": 17,
                  "file": "schema.json",
                  "line": 3,
                  "pointer": "/properties",
                },
                "message": "Claim "note" is gone.",
                "path": "/note",
                "witness": null,
              },
              {
                "breaks": [],
                "claim": null,
                "id": "policy-clock-tolerance-7dd1d1ce465e",
                "kind": "policy-clock-tolerance",
                "location": {
                  "column": 5,
                  "file": "claims.config.json",
                  "line": 10,
                  "pointer": "/tokens/token",
                },
                "message": "The clock tolerance 0s is now 5s.",
                "path": "/tokens/token/clockTolerance",
                "witness": null,
              },
            ],
            "expansion": null,
            "forward": true,
            "level": "breaking",
            "plan": [
              "Deploy the producers of token with the revision.",
              "Wait 15m, until the last old token has expired.",
              "Then deploy the consumers of token.",
            ],
            "rollout": "producers-first",
            "size": {
              "after": {
                "largest": 301,
                "smallest": 104,
                "typical": 209,
              },
              "before": {
                "largest": null,
                "smallest": 104,
                "typical": 229,
              },
            },
            "token": "token",
          },
        ],
      }
    `);
  });

  it("lists a token that did not change", () => {
    expect(JSON.parse(diffJson(SAME))).toEqual({
      tokens: [
        {
          token: "token",
          backward: true,
          forward: true,
          level: "none",
          rollout: "any-order",
          plan: [],
          expansion: null,
          size: {
            before: { smallest: 104, typical: 217, largest: null },
            after: { smallest: 104, typical: 217, largest: null },
          },
          changes: [],
        },
      ],
    });
  });
});

describe("the Markdown", () => {
  it("has a marker, a summary, a table and details", () => {
    expect(diffMarkdown(SAMPLE)).toMatchInlineSnapshot(`
      "<!-- claimsmith-diff -->

      **claimsmith diff: 1 token of 1 breaks, 3 changes.**

      | token | level | backward | forward | rollout | changes |
      | --- | --- | --- | --- | --- | --- |
      | \`token\` | **breaking** | **no** | yes | producers-first | 3 |

      <details><summary><code>token</code>: 3 changes</summary>

      Tokens in flight are refused by new consumers; new tokens are accepted by old consumers.

      Size: 229 → 209 bytes typical (smallest 104, largest unbounded → 301).

      - **backward, producer-types**: Claim "role" admits fewer values: enum without "member".\\
        at \`schema.json:4:13 (/properties/role)\`\\
        for example \`{"exp":1767226500,"iat":1767225600,"role":"member"}\`\\
        Refused with: Claim "role" must be one of "admin".\\
        Read by: billing.\\
        id \`claim-narrowed-22f596fab5f9\`
      - **producer-types, consumer-types**: Claim "note" is gone.\\
        at \`schema.json:3:17 (/properties)\`\\
        id \`claim-removed-73f461e378ce\`
      - compatible: The clock tolerance 0s is now 5s.\\
        at \`claims.config.json:10:5 (/tokens/token)\`

      Rollout:

      1. Deploy the producers of token with the revision.
      2. Wait 15m, until the last old token has expired.
      3. Then deploy the consumers of token.

      </details>

      <details><summary>Accept a break on purpose</summary>

      Add to the config, with a reason and a date:

      \`\`\`json
      {
        "diff": {
          "accept": [
            {
              "id": "claim-narrowed-22f596fab5f9",
              "reason": "",
              "until": ""
            }
          ]
        }
      }
      \`\`\`

      </details>
      "
    `);
  });

  it("is a summary alone where nothing changed", () => {
    expect(diffMarkdown(SAME)).toBe("<!-- claimsmith-diff -->\n\n**claimsmith diff: No change.**\n");
  });

  it("takes nothing in a name for markup, a mention or a row", () => {
    // In a code span nothing is markup; the span itself is told by its longer fence.
    const text = diffMarkdown(HOSTILE).replace(/`` .*? ``/g, "");
    expect(text).not.toMatch(/<b>|@you|^::/m);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

describe("the GitHub annotations", () => {
  it("stand at the place that changed", () => {
    expect(diffGithub(SAMPLE)).toMatchInlineSnapshot(`
      "::error file=schema.json,line=4,col=13,title=claimsmith%3A token (backward%2C producer-types)::Claim "role" admits fewer values: enum without "member".%0AFor example {"exp":1767226500,"iat":1767225600,"role":"member"}%0ARefused with: Claim "role" must be one of "admin".%0ARead by: billing.%0Aid: claim-narrowed-22f596fab5f9
      ::warning file=schema.json,line=3,col=17,title=claimsmith%3A token (producer-types%2C consumer-types)::Claim "note" is gone.%0Aid: claim-removed-73f461e378ce
      ::notice file=claims.config.json,line=10,col=5,title=claimsmith%3A token::The clock tolerance 0s is now 5s.
      "
    `);
  });

  it("are none where nothing changed", () => {
    expect(diffGithub(SAME)).toBe("");
  });

  it("are one line each, whatever a name holds", () => {
    const lines = diffGithub(HOSTILE).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::notice file=schema\.json,line=\d+,col=\d+,title=[^,:]*::[^\n]*$/);
    expect(lines[0]).toContain("%250A");
  });
});

describe("the size of a token", () => {
  const small = { smallest: 100, typical: 200, largest: 300 };
  const open = { smallest: 100, typical: 250, largest: null };

  it.each([
    ["that did not change", small, small, null],
    ["that is nowhere", null, null, null],
    ["that grew", small, open, "200 → 250 bytes typical (smallest 100, largest 300 → unbounded)"],
    ["that is new", null, open, "250 bytes typical (smallest 100, largest unbounded)"],
    ["that is gone", small, null, "200 bytes typical (smallest 100, largest 300)"],
  ])("is said of one %s", (_, before, after, want) => {
    expect(sizeWords({ size: { before, after } })).toBe(want);
  });
});

it("formatDiff gives each format, plain where nothing else is said", async () => {
  const texts = await Promise.all(DIFF_FORMATS.map(async (format) => [format, await formatDiff(SAMPLE, format)]));
  expect(Object.fromEntries(texts)).toEqual({
    text: diffText(SAMPLE, STYLE),
    json: diffJson(SAMPLE),
    markdown: diffMarkdown(SAMPLE),
    github: diffGithub(SAMPLE),
  });
  expect(await formatDiff(SAMPLE, "text", { style: COLOUR })).toBe(diffText(SAMPLE, COLOUR));
});
