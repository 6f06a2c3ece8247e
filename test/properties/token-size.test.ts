import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonBytes } from "../../src/model/size/json-bytes.js";
import { ValueSizes } from "../../src/model/size/value-sizes.js";
import { estimateTokenSize } from "../../src/model/token-size.js";
import { findReferenceLoop } from "../../src/schema/bundle/reference-loops.js";
import { compileSchema } from "../../src/schema/compile/compile.js";
import type { JsonValue, Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { arbitraryClaimSet } from "../support/arbitrary-claim-set.js";
import { arbitrarySchema, arbitraryValue } from "../support/arbitrary-schema.js";
import { configOf, projectOf } from "../support/project.js";

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 80);
const TIMEOUT = 60_000 + RUNS * 60;
/** In base64url: the header `{"alg":"HS256","typ":"JWT"}`, a signature of 32 bytes, and two dots. */
const AROUND = 36 + 43 + 2;

function compile(schema: Schema): ((value: unknown) => boolean) | null {
  try {
    return compileSchema(schema);
  } catch {
    return null;
  }
}

/** The values that a schema accepts are as long as its bounds say, and as many as it says. */
function check(schema: SchemaObject, drawn: readonly JsonValue[]): void {
  const definitions = Object.entries(schema.$defs ?? {}).map(([name, one]) => [`#/$defs/${name}`, one] as const);
  if (findReferenceLoop(schema, new Map(definitions)) !== null) return;
  const isAccepted = compile(schema);
  if (isAccepted === null) return;
  const size = new ValueSizes(schema.$defs ?? {}).measure([schema]);
  const lengths = drawn.filter((value) => isAccepted(value)).map(jsonBytes);
  for (const length of lengths) {
    expect(size).not.toBeNull();
    expect(length).toBeGreaterThanOrEqual(size?.smallest ?? 0);
    expect(length).toBeLessThanOrEqual(size?.largest ?? 0);
  }
  const different = new Set(drawn.filter((value) => isAccepted(value)).map((value) => JSON.stringify(value)));
  // An object with its members in another order is the same value.
  const unordered = [...different].filter((text) => !text.includes("{"));
  expect(unordered.length).toBeLessThanOrEqual(size?.count ?? 0);
  if (size === null) return;
  expect(size.typical).toBeGreaterThanOrEqual(size.smallest);
  expect(size.typical).toBeLessThanOrEqual(size.largest);
}

describe("sizes", { timeout: TIMEOUT }, () => {
  const values = fc.array(arbitraryValue, { minLength: 40, maxLength: 40 });

  it("bound every value that a drawn schema accepts, with definitions that refer to themselves", () => {
    const drawn = fc.tuple(arbitrarySchema(true), arbitrarySchema(true), arbitrarySchema(true), values);
    fc.assert(
      fc.property(drawn, ([root, A, B, values]) => {
        check({ ...(typeof root === "boolean" ? { allOf: [root] } : root), $defs: { A, B } }, values);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it("bound every text by its length, whatever its characters", () => {
    const limits = fc.record({ minLength: fc.nat(4), maxLength: fc.nat(6) }, { requiredKeys: [] });
    // Every UTF-16 unit, so lone surrogates and controls too.
    const unit = fc.oneof(
      fc.constantFrom('"', "\\", "\n", "\0", "\u2028", "\ud800", "\u{1f600}", "a"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    const texts = fc.array(
      fc.array(unit, { maxLength: 7 }).map((units) => units.join("")),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(limits, texts, (limits, texts) => check({ type: "string", ...limits }, texts)),
      { numRuns: RUNS },
    );
  });

  it("bound every text that matches a pattern", () => {
    const patterns = [
      "^[a-z]{2,4}$",
      "^(a|bc|[é-ü]{2})+$",
      "^a?b*$|^c$",
      "a.c",
      "^\\p{Lu}\\d{3}$",
      '^"[^"]*"$',
      "^.{0,3}$",
      "b$",
    ];
    const drawn = fc
      .constantFrom(...patterns)
      .chain((pattern) =>
        fc.tuple(
          fc.constant(pattern),
          fc.array(fc.stringMatching(new RegExp(pattern, "u")), { minLength: 1, maxLength: 20 }),
        ),
      );
    fc.assert(
      fc.property(drawn, fc.option(fc.nat(5), { nil: undefined }), ([pattern, texts], maxLength) =>
        check({ type: "string", pattern, ...(maxLength === undefined ? {} : { maxLength }) }, texts),
      ),
      { numRuns: RUNS },
    );
  });

  it("bound every number", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -2000, max: 2000 }),
      fc.constantFrom(
        0,
        -0,
        1e21,
        -1e21,
        1e20,
        -0.0000012345678901234567,
        -2.2250738585072014e-308,
        123456789012345680000,
      ),
    );
    const limits = fc.record(
      {
        minimum: number,
        maximum: number,
        exclusiveMinimum: number,
        exclusiveMaximum: number,
        multipleOf: fc.constantFrom(1, 2, 0.5),
      },
      { requiredKeys: [] },
    );
    const type = fc.constantFrom("integer" as const, "number" as const);
    const numbers = fc.array(number, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(type, limits, numbers, (type, limits, numbers) => {
        const ends = Object.values(limits).flatMap((end) => [end, Math.ceil(end), Math.floor(end)]);
        check({ type, ...limits }, [...numbers, ...numbers.map(Math.trunc), ...ends]);
      }),
      { numRuns: RUNS },
    );
  });

  it("bound every token of a drawn claim set", () => {
    const drawn = arbitraryClaimSet.chain(({ schema, claims }) =>
      fc.tuple(fc.constant(schema), fc.array(claims, { maxLength: 10 })),
    );
    fc.assert(
      fc.property(drawn, ([schema, claims]) => {
        const [token] = projectOf(configOf(), { "schema.json": schema }).tokens;
        if (token === undefined) throw new TypeError("The config has no token.");
        const { smallest, typical, largest } = estimateTokenSize(token);
        const isAccepted = compileSchema(token.claimSet.closed);
        expect(typical).toBeGreaterThanOrEqual(smallest);
        expect(typical).toBeLessThanOrEqual(largest ?? typical);
        for (const one of claims) {
          const issued = { ...one, iat: 1_800_000_000, exp: 1_800_000_900 };
          if (!isAccepted(issued)) continue;
          const length = AROUND + Math.ceil((jsonBytes(issued) * 4) / 3);
          expect(length).toBeGreaterThanOrEqual(smallest);
          // The largest has a key's id besides.
          if (largest !== null) expect(length).toBeLessThanOrEqual(largest);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
