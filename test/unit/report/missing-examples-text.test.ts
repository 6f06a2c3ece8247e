import { describe, expect, it } from "vitest";
import { missingExamplesText } from "../../../src/report/missing-examples-text.js";

const RESULT = { output: "generated", written: [], removed: [], unchanged: 0, files: [] };

describe("missingExamplesText", () => {
  it("says nothing where each claim has an example", () => {
    expect(missingExamplesText(RESULT)).toBe("");
  });

  it("names the place, the token and the claim, and shows nothing that a terminal would obey", () => {
    const at = { file: "a.json", line: 3, column: 7, pointer: "/properties/odd" };
    const missing = { token: "accessToken", pointer: "/odd", location: at };
    const missingExamples = [
      { ...missing, claim: "odd\u001b[2J", why: 'No example was found that the claim set accepts as "odd".' },
      { ...missing, claim: null, why: "No example was found that the claim set accepts as a whole." },
    ];
    expect(missingExamplesText({ ...RESULT, missingExamples }).split("\n")).toEqual([
      'note: a.json:3:7 (/properties/odd): accessToken: No example was found that the claim set accepts as "odd". Add `examples` to the claim "odd\\u001b[2J": until then, tests have to give what is missing.',
      "note: a.json:3:7 (/properties/odd): accessToken: No example was found that the claim set accepts as a whole. Add `examples` to the claim set: until then, tests have to give what is missing.",
      "",
    ]);
  });
});
