import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type BadTokenCase, badTokenCases, badTokens } from "../../../../src/runtime/testing/bad-token-cases.js";
import { createTokenIssuer } from "../../../../src/runtime/testing/token-issuer.js";
import { REPOSITORY } from "../../../support/project.js";
import { kitOf } from "../../../support/token-kit.js";
import { tryBadToken } from "../../../support/try-bad-token.js";

const SCHEMA = {
  type: "object",
  properties: { sub: {}, role: { enum: ["admin", "member"] }, note: { type: "string" }, any: true },
  required: ["sub", "role"],
};
const POLICY = {
  algorithms: ["ES256"],
  issuer: "https://auth.acme.example",
  audience: "https://api.acme.example",
  unknownClaims: "reject",
};

/** Codes that no token is to blame for. docs/testing.md says why. */
const OUT_OF_REACH = [
  "jwks_unavailable",
  "invalid_key",
  "token_revoked",
  "revocation_unavailable",
  "missing_token",
  "unsupported_scheme",
  "dpop_not_supported",
  "invalid_request",
  "insufficient_scope",
  "invalid_option",
];

const { kit, consumer } = await kitOf(SCHEMA, POLICY);
const issuer = await createTokenIssuer([kit.policy]);
const source = { kit, issuer, overrides: undefined };

describe("badTokenCases", () => {
  it.each(badTokenCases(kit).map((one): [string, BadTokenCase] => [one.name, one]))(
    "has %s refused as it says",
    async (_, one) => {
      expect(await tryBadToken(one, source, consumer)).toBeNull();
    },
  );

  it("has a token for each code, but for those that no token is to blame for", () => {
    const text = readFileSync(`${REPOSITORY}/src/runtime/errors/claims-error.ts`, "utf8");
    const union = text.slice(text.indexOf("ClaimsErrorCode ="), text.indexOf(";", text.indexOf("ClaimsErrorCode =")));
    const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code);
    const covered = badTokenCases(kit).flatMap((one) => one.codes);
    expect([...new Set([...covered, ...OUT_OF_REACH])].sort()).toEqual([...codes].sort());
    expect(OUT_OF_REACH.filter((code) => covered.some((one) => one === code))).toEqual([]);
  });

  it("has a token for each code of an issue", () => {
    const codes = badTokenCases(kit).flatMap(({ issue }) => (issue === null ? [] : [issue.code]));
    expect([...new Set(codes)].sort()).toEqual(["invalid", "misnamed", "missing", "unknown"]);
  });

  it("names the claims that can be bad in each way, and no others", () => {
    const ofWay = (way: string) => badTokenCases(kit).flatMap(({ name }) => (name.startsWith(`${way}(`) ? [name] : []));
    expect(ofWay("missing")).toEqual(['missing("sub")', 'missing("role")', 'missing("exp")']);
    expect(ofWay("invalid")).toEqual([
      'invalid("sub")',
      'invalid("role")',
      'invalid("note")',
      'invalid("exp")',
      'invalid("iat")',
      'invalid("nbf")',
    ]);
  });
});

describe("badTokens", () => {
  it("has no member for what there is no token of", async () => {
    const { kit } = await kitOf({ type: "object" });
    const bad = badTokens<object>({ kit, issuer, overrides: undefined });
    expect(Object.keys(bad)).not.toContain("wrongIssuer");
    expect(Object.keys(bad)).not.toContain("wrongAudience");
    expect(Object.keys(bad)).not.toContain("unknown");
    expect(Object.keys(bad)).toContain("missing");
  });

  it("refuses to make a token that would not be bad", async () => {
    const bad = badTokens<{ invalid(claim: string): Promise<string> }>(source);
    await expect(bad.invalid("any")).rejects.toMatchObject({ code: "invalid_option" });
  });

  it("has the claims that a test asks for, but for the fault", async () => {
    const bad = badTokens<{ expired(): Promise<string> }>({ ...source, overrides: { role: "member" } });
    const [, payload = ""] = (await bad.expired()).split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ role: "member", sub: "user-1" });
  });
});
