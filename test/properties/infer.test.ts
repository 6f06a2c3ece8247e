import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.js";
import { inferTokens } from "../../src/infer/infer-tokens.js";
import { readSamples } from "../../src/infer/read-samples.js";
import type { Sample } from "../../src/infer/sample.js";
import { inferNotes } from "../../src/report/infer-text.js";
import type { JsonObject, JsonValue } from "../../src/schema/json-schema.js";
import { layoutJson } from "../../src/text/layout-json.js";
import { complaintsOf, inferClaims, projectOfInference, VOCABULARY } from "../support/infer.js";

const NAMES = [
  "role",
  "plan",
  "__proto__",
  "constructor",
  "toString",
  "a b",
  "user_id",
  "userId",
  "email",
  "email_verified",
  "address",
  "act",
  "roles",
  "cnf",
  "amr",
  "scope",
  "https://acme.example/claims/role",
  "https://acme.example/claims/",
  "\ud800",
  "\u202e",
  "...",
  "",
];

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("admin", "member", "2026-01-31", "ada@acme.example", "https://a.example/b", "192.0.2.1", ""),
  fc.uuid(),
);

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), tie("value")), {
        maxLength: 4,
        selector: ([name]) => name,
      })
      .map((members) => Object.fromEntries(members)),
  ),
})).value;

/** Claims that obey RFC 7519: what does not, no claim set can hold. */
const claims: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.record(
      {
        iss: fc.constantFrom("https://auth.acme.example", "https://acme.eu.auth0.com/", ""),
        sub: text,
        aud: fc.oneof(text, fc.array(text, { maxLength: 2 })),
        nbf: fc.integer(),
        iat: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }),
        jti: text,
        exp: fc.oneof(
          fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
      },
      { requiredKeys: ["exp"] },
    ),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6, selector: ([name]) => name }),
  )
  .map(([registered, others]) => Object.fromEntries([...Object.entries(registered), ...others]) as JsonObject);

const header: fc.Arbitrary<JsonObject | null> = fc.option(
  fc.record({
    alg: fc.constantFrom("RS256", "ES256", "none", "x"),
    typ: fc.constantFrom("JWT", "at+jwt", "dpop+jwt", "a b", "\0"),
  }) as fc.Arbitrary<JsonObject>,
);

const samples = fc.array(fc.record({ header, claims }), { minLength: 1, maxLength: 12 });

describe("infer", () => {
  it("drafts claim sets that accept every sample, as consumers and as producers are held to them", () => {
    fc.assert(
      fc.property(samples, (given) => {
        const inference = inferTokens(given, VOCABULARY);
        const project = projectOfInference(inference);
        const refused = given.filter(
          (sample) =>
            !inference.tokens.some(({ key }) => {
              const { open, closed } = complaintsOf(project, key, sample.claims);
              return open.length + closed.length === 0;
            }),
        );
        expect(refused).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  it("accepts each sample with the very draft that was made from it, where all are of one kind", () => {
    fc.assert(
      fc.property(fc.array(claims, { minLength: 1, maxLength: 8 }), (given) => {
        const plain = given.map((each) => ({ ...each, iss: "https://auth.acme.example" }));
        const inference = inferClaims(...plain);
        const project = projectOfInference(inference);
        for (const [index, each] of plain.entries()) {
          expect([index, complaintsOf(project, "token", each)]).toEqual([index, { open: [], closed: [] }]);
        }
      }),
      { numRuns: 30 },
    );
  }, 240_000);

  it("gives the same bytes for the same samples in any order", () => {
    const drawn = samples.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length })),
    );
    fc.assert(
      fc.property(drawn, ([given, shuffled]) => {
        expect(bytesOf(shuffled)).toBe(bytesOf(given));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("reads samples from any text, or says with a place why it cannot", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        '"',
        "\n",
        "ey",
        ".",
        '{"a":1}',
        "eyJhbGciOiJub25lIn0.e30.",
        "Bearer ",
        "\ufeff",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        try {
          for (const { claims } of readSamples({ file: "in", text: pieces.join("") }))
            expect(typeof claims).toBe("object");
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect(error).toMatchObject({
            code: "invalid_sample",
            at: { file: "in", line: expect.any(Number), column: expect.any(Number) },
          });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("lets no value out, whatever claim holds it and however often", () => {
    const secret = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
      minLength: 16,
      maxLength: 24,
    });
    const given = fc
      .tuple(fc.uniqueArray(secret, { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 30 }))
      .map(([secrets, count]) => ({ secrets, count }));
    fc.assert(
      fc.property(given, ({ secrets: [one = "", two = "", three = ""], count }) => {
        const sample = (index: number): Sample => ({
          header: { alg: "ES256", kid: three },
          claims: {
            sub: `${index}${one}`,
            jti: three,
            exp: 1_800_000_000,
            role: index % 2 === 0 ? one : two,
            password: index % 2 === 0 ? "hunter" : "swordfish",
            email: `${two}@acme.example`,
            nested: { token: three, list: [one, two], deep: [{ nickname: index % 2 === 0 ? "Ada" : "Grace" }] },
            byId: { [`${one}@acme.example`]: three },
          },
        });
        const inference = inferTokens(
          Array.from({ length: count }, (_, index) => sample(index)),
          VOCABULARY,
        );
        const told = `${JSON.stringify(inference)}${inferNotes({ ...inference, samples: count, schema: {}, written: [] }, plainStyle)}`;
        for (const word of [one, two, three, "hunter", "swordfish", "Ada", "Grace"]) expect(told).not.toContain(word);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

const plain = (word: string): string => word;
const plainStyle = { red: plain, bold: plain, dim: plain };

function bytesOf(given: readonly Sample[]): string {
  const inference = inferTokens(given, VOCABULARY);
  return [
    layoutJson(inference.config),
    ...inference.tokens.map(({ schema }) => layoutJson(schema)),
    JSON.stringify(inference.notes),
  ].join("\n");
}
