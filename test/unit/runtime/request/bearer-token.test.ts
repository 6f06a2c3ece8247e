import { describe, expect, it } from "vitest";
import { readBearerToken } from "../../../../src/runtime/request/bearer-token.js";
import { codeOf } from "../../../support/code-of.js";

describe("readBearerToken", () => {
  it.each([
    ["Bearer abc", "abc"],
    ["bearer abc", "abc"],
    ["BEARER  abc", "abc"],
    ["Bearer a.b-c_d~e+f/g==", "a.b-c_d~e+f/g=="],
    ["Basic abc", null],
    ["Bearers abc", null],
    ["Bearer\tabc", null],
    ["Negotiate", null],
    ["Bearer,Basic abc", null],
  ])("%j: %j", (given, want) => {
    expect(readBearerToken(given, 20)).toBe(want);
  });

  it.each([
    ["", "invalid_request"],
    [" Bearer abc", "invalid_request"],
    ["Bearer", "invalid_request"],
    ["Bearer ", "invalid_request"],
    ["Bearer a b", "invalid_request"],
    ["Bearer a ", "invalid_request"],
    ["Bearer a,b", "invalid_request"],
    ["Bearer =", "invalid_request"],
    ["Bearer a=b", "invalid_request"],
    ["Bearer a\n", "invalid_request"],
    ["Bearer a\u0000", "invalid_request"],
    ["DPoP abc", "dpop_not_supported"],
    ["dpop", "dpop_not_supported"],
    [`Bearer ${"a".repeat(21)}`, "token_too_large"],
  ])("%j: %s", (given, want) => {
    expect(codeOf(() => readBearerToken(given, 20))).toBe(want);
  });

  it("takes a token of the size that the policy allows, and none that is longer", () => {
    expect(readBearerToken(`Bearer ${"a".repeat(20)}`, 20)).toBe("a".repeat(20));
    expect(codeOf(() => readBearerToken(`Bearer     ${"a".repeat(21)}`, 20))).toBe("token_too_large");
  });
});
