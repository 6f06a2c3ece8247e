import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { compileSchema, compileValidators, type SchemaValidator } from "../../../../src/schema/compile/compile.js";
import type { Schema } from "../../../../src/schema/json-schema.js";
import { arbitrarySchema, arbitraryValue } from "../../../support/arbitrary-schema.js";
import { runValidators } from "../../../support/run-validators.js";

/** The validator with a first pass, and the one that has the full pass only. */
function passesOf(schema: Schema) {
  const compiled = compileValidators({ validate: schema });
  // ajv counts faults in a variable; all of its code is known, and made shorter.
  expect(compiled.code).not.toContain("errors++");
  const { validate } = runValidators(compiled);
  if (validate === undefined) throw new TypeError("no validator");
  return { guarded: validate, full: compileSchema(schema) };
}

/**
 * Complaints in an order of their own, as standalone code begins with members of simple schemas, and without the name that
 * `propertyNames` adds: nobody reads it, and standalone code leaves it out.
 */
function sorted(errors: SchemaValidator["errors"]): readonly string[] | null {
  const texts = errors?.map(({ keyword, instancePath, schemaPath, params }) =>
    JSON.stringify([instancePath, schemaPath, keyword, params]),
  );
  return texts?.sort() ?? null;
}

const added: string[] = [];

/** Adds a member to what every object inherits, until the test is over. */
function pollute(name: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(Object.prototype, name, { value, enumerable, configurable: true, writable: true });
  added.push(name);
}

function clean(): void {
  for (const name of added.splice(0)) Reflect.deleteProperty(Object.prototype, name);
}

afterEach(clean);

const ROLE: Schema = { type: "object", properties: { role: { type: "string" } }, required: ["role"] };

describe("a validator with a first pass", () => {
  it("leaves no errors where it accepts, and all of them where it refuses", () => {
    const { guarded } = passesOf({ required: ["a", "b"], properties: { c: { type: "string" } } });
    expect(guarded({ c: 1 })).toBe(false);
    expect(guarded.errors?.map(({ keyword }) => keyword)).toEqual(["required", "required", "type"]);
    expect(guarded({ a: 1, b: 2 })).toBe(true);
    expect(guarded.errors).toBeNull();
  });

  it.each([true, false])("is not met by what was put into Object.prototype, enumerable: %s", (enumerable) => {
    const { guarded } = passesOf(ROLE);
    pollute("role", "admin", enumerable);
    expect(guarded({})).toBe(false);
    expect(guarded({ role: "member" })).toBe(true);
  });

  it("refuses no name that only Object.prototype has", () => {
    const { guarded } = passesOf({ propertyNames: { const: "a" }, additionalProperties: { type: "string" } });
    const { guarded: negated } = passesOf({ not: { propertyNames: { const: "a" } } });
    pollute("other", 1, true);
    expect(guarded({ a: "b" })).toBe(true);
    expect(negated({ a: "b" })).toBe(false);
  });

  it.each([
    ["an object", {}],
    ["a class's instance", new (class Claims {})()],
    ["what inherits from a claims object", Object.create({ role: "admin" })],
    ["what inherits further up", Object.create(Object.create({ role: "admin" }))],
  ])("does not take what is inherited for a claim: %s", (_, value) => {
    expect(passesOf(ROLE).guarded(value)).toBe(false);
    expect(passesOf({ not: ROLE }).guarded(value)).toBe(true);
    expect(passesOf({ oneOf: [ROLE, { type: "string" }] }).guarded(value)).toBe(false);
    expect(passesOf({ if: ROLE, else: false }).guarded(value)).toBe(false);
    expect(passesOf({ dependentRequired: { role: ["other"] } }).guarded(value)).toBe(true);
    expect(passesOf({ properties: { tenant: ROLE } }).guarded({ tenant: value })).toBe(false);
    expect(passesOf({ items: { anyOf: [ROLE, { type: "string" }] } }).guarded([value])).toBe(false);
  });

  it("tests many claims in functions of fifty each, and what is nested deeply in functions of its own", () => {
    const wide: Schema = {
      properties: Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`c${index}`, { type: "string" }])),
    };
    const functions = (schema: Schema) =>
      compileValidators({ validate: schema }).code.match(/^function is\d+\(/gm)?.length ?? 0;
    expect(functions(wide)).toBe(4);
    expect(functions({ properties: { a: wide } })).toBe(4);
    let deep: Schema = { type: "string" };
    for (let level = 0; level < 100; level++) deep = { properties: { a: deep } };
    expect(functions(deep)).toBe(5);
    const { guarded } = passesOf(deep);
    let value: unknown = 1;
    for (let level = 0; level < 100; level++) value = { a: value };
    expect(guarded(value)).toBe(false);
  });

  it("accepts an object without a prototype", () => {
    expect(passesOf(ROLE).guarded(Object.assign(Object.create(null), { role: "member" }))).toBe(true);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("demands %s as the object's own", (name) => {
    const { guarded } = passesOf({ type: "object", required: [name] });
    expect(guarded({})).toBe(false);
    expect(guarded(JSON.parse(`{ ${JSON.stringify(name)}: 1 }`))).toBe(true);
  });

  it("is not misled by a getter that calls it meanwhile", () => {
    const { guarded } = passesOf({ properties: { tenant: ROLE, last: { type: "string" } } });
    const value = {
      tenant: Object.create({ role: "admin" }),
      get last() {
        guarded({ tenant: { role: "member" } });
        return "";
      },
    };
    expect(guarded(value)).toBe(false);
  });

  it("has the verdict and the errors of the full pass, whatever the schema and the value", () => {
    fc.assert(
      fc.property(
        arbitrarySchema(false),
        fc.array(arbitraryValue, { minLength: 4, maxLength: 8 }),
        (schema, values) => {
          const { guarded, full } = passesOf(schema);
          for (const value of values) {
            expect([guarded(value), sorted(guarded.errors)]).toEqual([full(value), sorted(full.errors)]);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it("has them also where members are inherited", () => {
    const members = fc.dictionary(fc.constantFrom("a", "b", "x-a", "c"), arbitraryValue, { maxKeys: 3 });
    fc.assert(
      fc.property(arbitrarySchema(false), members, members, fc.boolean(), (schema, own, inherited, everywhere) => {
        const { guarded, full } = passesOf(schema);
        const value = Object.assign(everywhere ? {} : Object.create(inherited), own);
        if (everywhere) for (const [name, member] of Object.entries(inherited)) pollute(name, member, true);
        const verdicts = [guarded(value), full(value)];
        clean();
        expect(verdicts[0]).toBe(verdicts[1]);
      }),
      { numRuns: 120 },
    );
  });
});
