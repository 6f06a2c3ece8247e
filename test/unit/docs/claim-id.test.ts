import { expect, it } from "vitest";
import { claimId } from "../../../src/docs/claim-id.js";

it.each([
  ["role", "access-token.role"],
  ["__proto__", "access-token.__proto__"],
  ["é b", "access-token..e9..20.b"],
  ["e9", "access-token.e9"],
  ["a#/<\u{1f600}", "access-token.a.23..2f..3c..1f600."],
])("gives %j the fragment %s", (name, want) => {
  expect(claimId("access-token", name)).toBe(want);
});
