import { expect, it } from "vitest";
import { memberName, placeText } from "../../../src/lint/place-text.js";

it.each([
  [["tenant"], [], "tenant"],
  [["tenant", "members", null, "email"], [], "tenant.members[].email"],
  [["pair", 0], ["x"], "pair[0].x"],
  [[], ["role"], "role"],
  [[], [], ""],
] as const)("the place of %j and %j is %j", (path, below, want) => {
  expect(placeText({ path }, ...below)).toBe(want);
});

it.each([
  [["tenant", "id"], false, "id"],
  [["tenant", null], false, null],
  [["tenant"], true, null],
  [[], false, null],
] as const)("the member at %j (a name: %j) is %j", (path, isName, want) => {
  expect(memberName({ path, isName })).toBe(want);
});
