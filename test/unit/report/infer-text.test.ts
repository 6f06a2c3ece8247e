import { describe, expect, it } from "vitest";
import { inferNotes, inferSchema, inferWritten } from "../../../src/report/infer-text.js";

const plain = (text: string): string => text;
const PLAIN = { red: plain, bold: plain, dim: plain };
const MARKED = {
  red: (text: string) => `<${text}>`,
  bold: (text: string) => `*${text}*`,
  dim: (text: string) => `(${text})`,
};
const SCHEMA = { type: "object" };
const token = (key: string, samples: number) => ({ key, samples, provider: null, schema: SCHEMA });
const RESULT = {
  samples: 3,
  tokens: [token("accessToken", 2), token("idToken", 1)],
  config: {},
  schema: SCHEMA,
  written: ["claims.config.json", "schemas/id-token.schema.json"],
  notes: [
    { level: "note", token: null, message: "All." },
    { level: "warning", token: "idToken", message: "An \u001b[31mescape." },
    { level: "note", token: "accessToken", message: "One." },
  ],
} as const;

describe("inferNotes", () => {
  it("says what was read, then what was guessed of each kind", () => {
    expect(inferNotes(RESULT, PLAIN)).toBe(
      [
        "Read 3 samples of 2 kinds of token. No signature was verified: a draft is as good as its samples.",
        "  note All.",
        "",
        "accessToken (2 samples)",
        "  note One.",
        "",
        "idToken (1 sample)",
        "  warning An \\u{1b}[31mescape.",
        "",
      ].join("\n"),
    );
    expect(inferNotes(RESULT, MARKED)).toContain("*idToken (1 sample)*\n  <warning> An");
  });

  it("says it of one, too", () => {
    const one = { ...RESULT, samples: 1, tokens: [token("token", 1)], notes: [] };
    expect(inferNotes(one, PLAIN)).toBe(
      "Read 1 sample of one kind of token. No signature was verified: a draft is as good as its samples.\n\ntoken (1 sample)\n",
    );
  });
});

describe("inferSchema", () => {
  it("is the schema as JSON", () => {
    expect(inferSchema(RESULT)).toBe('{ "type": "object" }\n');
  });
});

describe("inferWritten", () => {
  it("names the files, and what to do next", () => {
    const end = "Read the drafts, then run `npx claimsmith generate`";
    expect(inferWritten(RESULT, "claims/")).toBe(
      `wrote claims/claims.config.json\nwrote claims/schemas/id-token.schema.json\n${end} in claims/.\n`,
    );
    expect(inferWritten(RESULT, ".")).toBe(`wrote claims.config.json\nwrote schemas/id-token.schema.json\n${end}.\n`);
  });
});
