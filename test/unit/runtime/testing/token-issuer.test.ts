import { describe, expect, it } from "vitest";
import { issueExample } from "../../../../src/runtime/testing/issue-example.js";
import { createTokenIssuer } from "../../../../src/runtime/testing/token-issuer.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import { kitOf } from "../../../support/token-kit.js";

const { kit, consumer } = await kitOf(
  { type: "object", properties: { sub: {}, nbf: {} }, required: ["sub", "nbf"] },
  { algorithms: ["ES256", "HS256"] },
);
const outcome = (token: string, key: object, now: Date) =>
  verifyToken(consumer, token, { key: key as never, now }).then(
    () => "accepted",
    (error) => error.code,
  );

describe("createTokenIssuer", () => {
  it("publishes public keys, and keeps secrets apart", async () => {
    const issuer = await createTokenIssuer([kit.policy]);
    expect(issuer.jwks.keys.map(({ kty, alg, kid, use }) => [kty, alg, kid, use])).toEqual([
      ["EC", "ES256", "fake-es256-1", "sig"],
    ]);
    expect(issuer.jwks.keys.flatMap(Object.keys)).not.toContain("d");
    expect(issuer.secrets.keys.map(({ kty }) => kty)).toEqual(["oct"]);
    for (const algorithm of ["ES256", "HS256"]) {
      const token = await issueExample(kit, issuer, {}, { algorithm });
      expect(await outcome(token, issuer.key, issuer.clock.now())).toBe("accepted");
    }
  });

  it("signs with new keys after a rotation, and publishes the old ones until they are retired", async () => {
    const issuer = await createTokenIssuer([kit.policy]);
    const before = await issueExample(kit, issuer);
    const old = issuer.jwks;
    await issuer.rotate();
    const after = await issueExample(kit, issuer);
    const now = issuer.clock.now();
    expect(issuer.jwks.keys.map(({ kid }) => kid)).toEqual(["fake-es256-2", "fake-es256-1"]);
    expect(await outcome(before, issuer.jwks, now)).toBe("accepted");
    expect(await outcome(after, issuer.jwks, now)).toBe("accepted");
    expect(await outcome(after, old, now)).toBe("key_not_found");
    issuer.retire();
    expect(await outcome(before, issuer.jwks, now)).toBe("key_not_found");
    expect(await outcome(after, issuer.jwks, now)).toBe("accepted");
  });

  it("issues by its clock", async () => {
    const issuer = await createTokenIssuer([kit.policy], { now: new Date("2026-03-01T00:00:00Z") });
    const token = await issueExample(kit, issuer, {}, { expiresIn: "5m" });
    const { claims } = await verifyToken<Record<string, unknown>>(consumer, token, {
      key: issuer.jwks,
      now: issuer.clock.now(),
    });
    expect(claims).toMatchObject({ iat: 1_772_323_200, nbf: 1_772_323_200, exp: 1_772_323_500 });
    issuer.clock.move("5m");
    expect(await outcome(token, issuer.jwks, issuer.clock.now())).toBe("expired");
  });

  it("refuses to issue what issue refuses", async () => {
    const issuer = await createTokenIssuer([kit.policy]);
    const codeOf = (call: Promise<string>) =>
      call.then(
        () => null,
        (error) => error.code,
      );
    expect(await codeOf(issueExample(kit, issuer, { sub: 1 }))).toBe("invalid_claims");
    expect(await codeOf(issueExample(kit, issuer, { sub: undefined }))).toBe("invalid_claims");
    expect(await codeOf(issueExample(kit, issuer, {}, { algorithm: "RS256" }))).toBe("algorithm_not_allowed");
  });

  it("answers requests with the key set as it is then", async () => {
    const issuer = await createTokenIssuer([kit.policy]);
    const response = issuer.handler(new Request("https://auth.example/jwks.json"));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/jwk-set+json"]);
    expect(await response.json()).toEqual(issuer.jwks);
    await issuer.rotate();
    expect(await issuer.handler(new Request("https://auth.example/jwks.json")).json()).toEqual(issuer.jwks);
    expect(await issuer.handler({ method: "HEAD" }).text()).toBe("");
    expect(issuer.handler({ method: "POST" }).status).toBe(405);
  });
});
