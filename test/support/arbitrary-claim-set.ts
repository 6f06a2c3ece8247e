import * as fc from "fast-check";
import type { JsonValue } from "../../src/schema/json-schema.js";

/** A claim set as an author could have written it, and claims that conform to it. */
export interface DrawnClaimSet {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly claims: fc.Arbitrary<Readonly<Record<string, JsonValue>>>;
}

/** A schema with the values that it accepts; never null. */
interface Drawn {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly values: fc.Arbitrary<JsonValue>;
}

const NAMESPACE = "https://acme.example/";
const NAMES = [
  "role",
  "tenant",
  "plan",
  "level",
  "flags",
  "__proto__",
  "constructor",
  "a b",
  `${NAMESPACE}team`,
  `${NAMESPACE}area`,
];
const DEFINITION = "Shared";

const scalar: fc.Arbitrary<Drawn> = fc.oneof(
  fc.constant<Drawn>({ schema: { type: "boolean" }, values: fc.boolean() }),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(20)).map(([minimum, span]): Drawn => {
    return {
      schema: { type: "integer", minimum, maximum: minimum + span },
      values: fc.integer({ min: minimum, max: minimum + span }),
    };
  }),
  fc.constant<Drawn>({
    schema: { type: "number" },
    values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  }),
  fc.tuple(fc.nat(3), fc.nat(5)).map(([minLength, span]): Drawn => {
    const maxLength = minLength + span;
    return {
      schema: { type: "string", minLength, maxLength },
      values: fc.string({ unit: "grapheme-ascii", minLength, maxLength }),
    };
  }),
  fc.constant<Drawn>({ schema: { type: "string", format: "uuid" }, values: fc.uuid() }),
  fc.constant<Drawn>({
    schema: { type: "string", pattern: "^team-[0-9]+$" },
    values: fc.nat().map((id) => `team-${id}`),
  }),
  fc
    .uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((values): Drawn => {
      return { schema: { enum: values }, values: fc.constantFrom(...values) };
    }),
);

const { drawn } = fc.letrec<{ drawn: Drawn; object: Drawn }>((tie) => ({
  object: objectOf(tie("drawn"), fc.constantFrom(...NAMES, "deep/er", "til~de")),
  drawn: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: tie("drawn").map(arrayOf) },
    { weight: 2, arbitrary: tie("object") },
  ),
}));

function arrayOf({ schema, values }: Drawn): Drawn {
  return { schema: { type: "array", items: schema, maxItems: 3 }, values: fc.array(values, { maxLength: 3 }) };
}

/** An object that declares at least one property, so that it is closed for producers. */
function objectOf(member: fc.Arbitrary<Drawn>, name: fc.Arbitrary<string>): fc.Arbitrary<Drawn> {
  const members = fc.uniqueArray(fc.tuple(name, member, fc.boolean()), {
    minLength: 1,
    maxLength: 4,
    selector: ([name]) => name,
  });
  return members.map((drawn): Drawn => {
    const required = drawn.filter(([, , isRequired]) => isRequired).map(([name]) => name);
    return {
      schema: {
        type: "object",
        properties: Object.fromEntries(drawn.map(([name, { schema }]) => [name, schema])),
        ...(required.length === 0 ? {} : { required }),
      },
      values: valuesOf(drawn),
    };
  });
}

function valuesOf(
  members: readonly (readonly [name: string, drawn: Drawn, isRequired: boolean])[],
): fc.Arbitrary<Record<string, JsonValue>> {
  const entries = members.map(([name, { values }, isRequired]) => {
    const entry = values.map((value): [string, JsonValue][] => [[name, value]]);
    return isRequired ? entry : fc.oneof(entry, fc.constant<[string, JsonValue][]>([]));
  });
  return fc.tuple(...entries).map((found) => Object.fromEntries(found.flat()));
}

/** Claim sets of nested objects, arrays, enums, optional and required claims, and a definition that several claims share. */
export const arbitraryClaimSet: fc.Arbitrary<DrawnClaimSet> = fc
  .tuple(objectOf(drawn, fc.constantFrom(...NAMES)), drawn, fc.boolean())
  .map(([root, shared, usesShared]): DrawnClaimSet => {
    // The values of an object's schema are objects.
    const own = root.values as DrawnClaimSet["claims"];
    if (!usesShared) return { schema: root.schema, claims: own };
    const reference = { $ref: `#/$defs/${DEFINITION}` };
    const properties = root.schema["properties"] as Record<string, unknown>;
    return {
      schema: {
        ...root.schema,
        properties: { ...properties, one: reference, two: reference },
        $defs: { [DEFINITION]: shared.schema },
      },
      claims: fc
        .tuple(own, fc.option(shared.values, { nil: undefined }), shared.values)
        .map(([claims, one, two]) => ({ ...claims, ...(one === undefined ? {} : { one }), two })),
    };
  });

/** The places of all objects in a value, itself included, as the names and indexes that lead there. */
export function placesOf(value: JsonValue): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  const deeper = inner.flatMap(([name, member]) => placesOf(member).map((place) => [name, ...place]));
  return Array.isArray(value) ? deeper : [[], ...deeper];
}
