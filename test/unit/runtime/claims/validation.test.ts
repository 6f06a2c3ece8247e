import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Optional } from "../../../../src/runtime/claims/input-types.js";
import { standardSchema } from "../../../../src/runtime/claims/standard-schema.js";
import { validateClaims } from "../../../../src/runtime/claims/validation.js";
import type { ConsumerDefinition } from "../../../../src/runtime/policy/definition.js";
import { close, compile, consumer, ROLE, refusalOf } from "../sample.js";

const GOOD = { exp: 1, sub: "u", [ROLE]: "admin" };

describe("validateClaims", () => {
  it("gives the value itself where undeclared claims are ignored", () => {
    const value = { ...GOOD, extra: 1 };
    expect(validateClaims(consumer(), value)).toEqual({ value });
    expect(Reflect.get(validateClaims(consumer(), value), "value")).toBe(value);
  });

  it("leaves the caller's object whole where undeclared claims are stripped", () => {
    const value = { ...GOOD, extra: 1, org: { id: "o", x: 1 } };
    expect(validateClaims(consumer({ unknownClaims: "strip" }), value)).toEqual({
      value: { ...GOOD, org: { id: "o" } },
    });
    expect(value.extra).toBe(1);
  });

  it("names undeclared claims where they are rejected, at every depth", () => {
    const result = validateClaims(consumer({ unknownClaims: "reject" }), { ...GOOD, zzz: 1, org: { id: "o", x: 1 } });
    expect(Reflect.get(result, "issues").map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual(
      [
        ["unknown", "/org/x"],
        ["unknown", "/zzz"],
      ],
    );
  });

  it("strips what no alternative declares, and keeps what the fitting one does", () => {
    const schema = {
      type: "object",
      properties: {
        pay: {
          anyOf: [
            { type: "object", properties: { card: { type: "string" } }, required: ["card"] },
            { type: "object", properties: { iban: { type: "string" } }, required: ["iban"] },
          ],
        },
      },
    };
    const definition: ConsumerDefinition = {
      ...consumer({ unknownClaims: "strip" }),
      open: compile(schema),
      closed: compile(close(schema)),
    };
    expect(validateClaims(definition, { pay: { iban: "x", y: 1 }, z: 1 })).toEqual({ value: { pay: { iban: "x" } } });
    expect(validateClaims(definition, { pay: { iban: "x", card: "c" } })).toEqual({ value: { pay: { card: "c" } } });
  });

  it.each<[string, () => unknown]>([
    [
      "a getter that throws",
      () => ({
        ...GOOD,
        get sub() {
          throw new TypeError("no");
        },
      }),
    ],
    [
      "a proxy that throws",
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new TypeError("no");
            },
            getOwnPropertyDescriptor: () => {
              throw new TypeError("no");
            },
          },
        ),
    ],
    [
      "a revoked proxy",
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    ["undefined", () => undefined],
    ["a function", () => () => GOOD],
    ["a required claim on the prototype", () => Object.create(GOOD)],
  ])("gives issues for %s", (_, make) => {
    for (const unknownClaims of ["ignore", "strip", "reject"] as const) {
      expect(Reflect.get(validateClaims(consumer({ unknownClaims }), make()), "issues")).not.toHaveLength(0);
    }
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        fc.constantFrom("ignore", "strip", "reject"),
        (value, unknownClaims) => {
          validateClaims(consumer({ unknownClaims }), value);
        },
      ),
    );
  });
});

describe("standardSchema", () => {
  const jsonSchema = { type: "object", properties: { tags: { type: "array" } } };
  const schema = standardSchema<{ sub: string }>((value) => validateClaims(consumer(), value), jsonSchema);

  it("validates, with paths of keys and indexes", () => {
    expect(schema["~standard"].validate(GOOD)).toEqual({ value: GOOD });
    expect(schema["~standard"].validate({ ...GOOD, tags: [{ name: 1 }], org: { "0": 1 } })).toEqual({
      issues: [
        { message: 'Claim "org" at "/org/id" is missing.', path: ["org", "id"] },
        { message: 'Claim "tags" at "/tags/0/name" must be a string.', path: ["tags", 0, "name"] },
      ],
    });
  });

  it("gives a copy of its JSON Schema for the draft that it is in, and refuses others", async () => {
    const given = schema["~standard"].jsonSchema.input({ target: "draft-2020-12" });
    expect(given).toEqual(jsonSchema);
    expect(given).not.toBe(schema.jsonSchema);
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "claimsmith" });
    expect((await refusalOf(async () => schema["~standard"].jsonSchema.output({ target: "draft-07" }))).code).toBe(
      "invalid_option",
    );
  });
});

describe("Optional", () => {
  it("makes the named members optional, in every member of a union, and leaves the rest as it is", () => {
    expectTypeOf<Optional<{ iss: string; sub: string; readonly x?: number }, "iss">>().toEqualTypeOf<{
      iss?: string;
      sub: string;
      readonly x?: number;
    }>();
    expectTypeOf<Optional<{ a: 1; b: 2 } | { a: 3; c: 4 }, "a">>().toEqualTypeOf<{ a?: 1; b: 2 } | { a?: 3; c: 4 }>();
    expectTypeOf<Optional<{ [name: string]: unknown; exp: number; sub: string }, "exp">>().toEqualTypeOf<{
      [name: string]: unknown;
      exp?: number;
      sub: string;
    }>();
  });
});
