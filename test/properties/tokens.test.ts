import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEYS, NOW, SECRET } from "../support/forge-token.js";
import { type GeneratedPackage, installProject, isSignatureAccepted, outcomeOf } from "../support/generated-package.js";
import { REPOSITORY } from "../support/project.js";

// Tokens of the sample package, signed with a key of each form; claim sets that are drawn are in issue-verify.test.ts.

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 400);

let sample: GeneratedPackage;
beforeAll(async () => {
  sample = await installProject(path.join(REPOSITORY, "claims.config.json"));
});
afterAll(() => sample?.remove());

const ACCESS = {
  aud: "https://api.acme.example",
  sub: "u1",
  client_id: "web",
  "https://acme.example/claims/role": "member",
  "https://acme.example/claims/tenant": { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team" },
};
const SERVICE = {
  sub: "service:invoicing",
  jti: "j1",
  "https://acme.example/claims/version": 1,
  "https://acme.example/claims/job": { kind: "invoice", invoice: "i1" },
};

const signers = [
  { alg: "ES256", kind: "accessToken", claims: ACCESS, signing: KEYS.ec.privateKey, key: KEYS.ec.publicKey },
  { alg: "EdDSA", kind: "accessToken", claims: ACCESS, signing: KEYS.ed.privateKey, key: KEYS.ed.publicKey },
  { alg: "HS256", kind: "serviceToken", claims: SERVICE, signing: SECRET, key: SECRET },
] as const;

/** One change of one byte: to another value, away, or one more before it. */
const arbitraryChange = fc.record({
  place: fc.nat(),
  by: fc.constantFrom("replace", "remove", "insert"),
  byte: fc.integer({ min: 0, max: 255 }),
});
type Change = typeof arbitraryChange extends fc.Arbitrary<infer One> ? One : never;

function change(bytes: Uint8Array, { place, by, byte }: Change): Buffer {
  const at = place % Math.max(bytes.length, 1);
  const rest = bytes.subarray(by === "insert" ? at : at + 1);
  return Buffer.concat([bytes.subarray(0, at), by === "remove" ? Buffer.alloc(0) : Buffer.from([byte]), rest]);
}

describe.each(signers)("a token signed with $alg", ({ kind, claims, signing, key, alg }) => {
  let token: string;
  beforeAll(async () => {
    token = await sample.issue(kind)(claims, { key: signing, now: NOW });
  });

  it("is accepted as it is, with its claims", async () => {
    const got = await sample.verify(kind)(token, { key, now: NOW });
    expect(got.claims).toMatchObject(claims);
    expect(got.header["alg"]).toBe(alg);
  });

  it("is not accepted with one byte of its text changed", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryChange, async (drawn) => {
        const text = change(Buffer.from(token), drawn).toString("latin1");
        fc.pre(text !== token);
        const outcome = await outcomeOf(() => sample.verify(kind)(text, { key, now: NOW }));
        expect(isSignatureAccepted(outcome)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it("is not accepted with one byte of what a part encodes changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2), arbitraryChange, async (part, drawn) => {
        const parts = token.split(".");
        const text = parts.with(part, change(Buffer.from(parts[part] ?? "", "base64url"), drawn).toString("base64url"));
        fc.pre(text.join(".") !== token);
        const outcome = await outcomeOf(() => sample.verify(kind)(text.join("."), { key, now: NOW }));
        expect(isSignatureAccepted(outcome)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it("is not accepted with two of its bytes exchanged, or with parts of another token", async () => {
    const other = (await sample.issue(kind)({ ...claims, sub: "service:other" }, { key: signing, now: NOW })).split(
      ".",
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 2 }), async (one, two, part) => {
        const swapped = [...token];
        const [a, b] = [one % token.length, two % token.length];
        [swapped[a], swapped[b]] = [swapped[b] ?? "", swapped[a] ?? ""];
        const mixed = token.split(".").with(part, other[part] ?? "");
        for (const text of [swapped.join(""), mixed.join(".")].filter((given) => given !== token)) {
          const outcome = await outcomeOf(() => sample.verify(kind)(text, { key, now: NOW }));
          expect(isSignatureAccepted(outcome)).toBe(false);
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

describe("verify of any text", () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? "").toString("base64url");
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."ab.AB01-_=+/ \n"), maxLength: 60 }),
    fc
      .tuple(fc.jsonValue(), fc.jsonValue(), fc.base64String({ maxLength: 90 }))
      .map(([header, payload, signature]) => `${encoded(header)}.${encoded(payload)}.${signature.replace(/=*$/, "")}`),
    fc
      .tuple(
        fc.dictionary(fc.constantFrom("typ", "kid", "crit", "b64", "jwk", "__proto__"), fc.jsonValue()),
        fc.uint8Array({ maxLength: 80 }),
      )
      .map(
        ([header, bytes]) =>
          `${encoded({ alg: "ES256", typ: "at+jwt", ...header })}.${encoded(ACCESS)}.${Buffer.from(bytes).toString("base64url")}`,
      ),
  );

  it("ends in a ClaimsError", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const outcome = await outcomeOf(() => sample.verify("accessToken")(text, { key: KEYS.ec.publicKey, now: NOW }));
        expect(isSignatureAccepted(outcome)).toBe(false);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});
