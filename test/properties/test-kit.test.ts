import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badTokenCases } from "../../src/runtime/testing/bad-token-cases.js";
import { exampleClaims } from "../../src/runtime/testing/example-claims.js";
import { issueExample } from "../../src/runtime/testing/issue-example.js";
import { createTokenIssuer } from "../../src/runtime/testing/token-issuer.js";
import { verifyToken } from "../../src/runtime/verify/verify.js";
import { compileSchema } from "../../src/schema/compile/compile.js";
import { arbitraryClaimSet } from "../support/arbitrary-claim-set.js";
import { kitOf } from "../support/token-kit.js";
import { tryBadToken } from "../support/try-bad-token.js";

const POLICIES = [
  {},
  { unknownClaims: "reject" },
  { issuer: "https://auth.acme.example", audience: ["https://a.example", "https://b.example"] },
  { profile: "rfc9068", issuer: ["https://a.example"], audience: "https://api.example", unknownClaims: "strip" },
];

const drawn = fc.tuple(arbitraryClaimSet, fc.constantFrom(...POLICIES));

describe("the test kit of any claim set", () => {
  it("has an example that both views accept, and that verify accepts once it is issued", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ([{ schema }, policy]) => {
        const { kit, consumer, examples, token } = await kitOf(schema, policy);
        expect(examples.missing).toEqual([]);
        expect(compileSchema(token.claimSet.open)(examples.claims)).toBe(true);
        expect(compileSchema(token.claimSet.closed)(examples.claims)).toBe(true);
        expect(exampleClaims(kit)).toEqual(examples.claims);
        const issuer = await createTokenIssuer([kit.policy]);
        const issued = await issueExample(kit, issuer);
        await verifyToken(consumer, issued, { key: issuer.key, now: issuer.clock.now() });
      }),
      { numRuns: 15 },
    );
  });

  it("has bad tokens that verify refuses with the code and the issue that each is documented with", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ([{ schema }, policy]) => {
        const { kit, consumer } = await kitOf(schema, policy);
        const issuer = await createTokenIssuer([kit.policy], { now: new Date("2026-06-01T12:00:00Z") });
        const source = { kit, issuer, overrides: undefined };
        const faults = await Promise.all(badTokenCases(kit).map((one) => tryBadToken(one, source, consumer)));
        expect(faults.filter((fault) => fault !== null)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
