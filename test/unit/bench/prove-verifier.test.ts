import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { ALL_CHECKS } from "../../../bench/opponents/checks.js";
import { createVerifiers } from "../../../bench/opponents/verifiers.js";
import { proveVerifier } from "../../../bench/prove-verifier.js";
import { AUDIENCE, ISSUER, TYPE } from "../../../bench/sample/claims.js";
import { ALGORITHMS, createKey } from "../../../bench/sample/keys.js";
import { createBadTokens, createToken } from "../../../bench/sample/tokens.js";

const bad = Object.fromEntries(ALL_CHECKS.map((check) => [check, `bad ${check}`]));

/** Accepts "good" and the tokens that are named. */
const verifier = (accepted: readonly string[]) => ({
  name: "Somebody",
  checks: ALL_CHECKS,
  verify: async (token: string) => {
    if (token !== "good" && !accepted.includes(token)) throw new TypeError("no good");
    return {};
  },
});

describe("proveVerifier", () => {
  it("lets one pass that accepts what is right and refuses what is not", async () => {
    await expect(proveVerifier(verifier([]), ["good"], bad)).resolves.toBeUndefined();
  });

  it("ends the run where a valid token is refused, with the reason", async () => {
    await expect(proveVerifier(verifier([]), ["good", "other"], bad)).rejects.toThrow(
      "Somebody refuses a valid token: no good",
    );
  });

  it("takes an empty answer for a refusal", async () => {
    const silent = { ...verifier([]), verify: () => undefined };
    await expect(proveVerifier(silent, ["good"], bad)).rejects.toThrow("Somebody refuses a valid token");
  });

  it.each(ALL_CHECKS)("ends the run where a token passes that is wrong in its %s", async (check) => {
    await expect(proveVerifier(verifier([`bad ${check}`]), ["good"], bad)).rejects.toThrow(
      `Somebody accepts a token that its check of the ${check} should refuse.`,
    );
  });

  it("asks twice, since the first answer may have been remembered", async () => {
    const seen = new Set<string>();
    const forgetful = {
      ...verifier([]),
      verify(token: string) {
        if (token !== "good" && !seen.has(token)) {
          seen.add(token);
          throw new TypeError("no good");
        }
        return {};
      },
    };
    await expect(proveVerifier(forgetful, ["good"], bad)).rejects.toThrow("check of the signature");
  });

  it("does not ask for what a contestant says it does not check", async () => {
    const lax = { ...verifier(["bad claim set"]), checks: ALL_CHECKS.filter((check: string) => check !== "claim set") };
    await expect(proveVerifier(lax, ["good"], bad)).resolves.toBeUndefined();
  });
});

describe("the sample's tokens", () => {
  // The generated package is proved where it is generated: in the run itself.
  const sample = { exports: { verifyAccessToken: () => ({}) } };

  it.each(ALGORITHMS)("$alg: each library accepts the valid ones and refuses what it checks", async ({ alg }) => {
    const { signing, verifying } = createKey(alg);
    const contestants = await createVerifiers({ alg, token: "AccessToken", key: verifying, sample });
    const others = contestants.filter(({ name }) => !name.startsWith("claimsmith"));
    expect(others.length).toBeGreaterThan(4);
    const tokens = [createToken(alg, signing), createToken(alg, signing)];
    for (const contestant of others) {
      await expect(proveVerifier(contestant, tokens, createBadTokens(alg, signing))).resolves.toBeUndefined();
    }
  });

  it.each([
    ["issuer", { issuer: undefined }],
    ["audience", { audience: undefined }],
    ["type", { typ: undefined }],
    ["times", { clockTolerance: 120 }],
    ["claim set", {}],
  ])("the one that is wrong in its %s passes where only that is not checked", async (check, change) => {
    const { signing, verifying } = createKey("ES256");
    const options = { algorithms: ["ES256"], issuer: ISSUER, audience: AUDIENCE, typ: TYPE, ...change };
    const tokens: Readonly<Record<string, string>> = createBadTokens("ES256", signing);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    await expect(jwtVerify(tokens[check] ?? "", verifying, given)).resolves.toMatchObject({
      protectedHeader: { alg: "ES256" },
    });
  });
});
