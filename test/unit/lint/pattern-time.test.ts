import { describe, expect, it } from "vitest";
import { timeOfPattern } from "../../../src/lint/pattern-time.js";
import { configOf, projectOf } from "../../support/project.js";

const project = () => projectOf(configOf(), { "schema.json": { type: "object" } });

describe("timeOfPattern", () => {
  it.each([
    ["no quantifier", "a|b", { kind: "linear" }],
    ["one way to go on", "^[a-z]+:[a-z]+$", { kind: "linear" }],
    ["more ways that end soon", "^(?:ab|ac)+$", { kind: "linear" }],
    ["no start", "[a-z]+$", { kind: "polynomial", degree: 2 }],
    ["three repetitions in a row", "^\\d+.*\\d+$", { kind: "polynomial", degree: 3 }],
    ["repetition of what repeats", "^(a+)+$", { kind: "exponential" }],
  ])("knows it of %s", async (_, pattern, want) => {
    expect(await timeOfPattern(pattern, project())).toEqual(want);
  });

  it("says so where the library does not know what the engine does", async () => {
    expect(await timeOfPattern("\\p{Script=Kawi}+x", project())).toEqual({ kind: "unknown" });
  });
});
