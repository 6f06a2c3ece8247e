import { expect, test } from "vitest";

import { suggest } from "../../../src/text/suggest.js";

test.each([
  ["algoritms", ["audience", "algorithms"], "algorithms"],
  ["es256", ["ES255", "ES256"], "ES256"],
  ["clock_tolerance", ["clockTolerance"], "clockTolerance"],
  ["iss", ["aud", "sub"], null],
  ["isz", ["iss"], "iss"],
  ["x", ["y"], null],
  ["same", ["same"], null],
  ["constructor", [], null],
  ["a".repeat(300), ["a".repeat(299)], null],
  ["emial", ["name", "email"], "email"],
  ["chekc", ["check"], "check"],
  ["emlai", ["email"], null],
  ["ab", ["ba"], null],
  ["RS257", ["RS256", "RS258"], "RS256"],
])("suggest(%j, %j) is %j", (name, known, want) => {
  expect(suggest(name, known)).toBe(want);
});
