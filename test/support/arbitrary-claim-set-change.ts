import * as fc from "fast-check";
import type { JsonValue, SchemaObject } from "../../src/schema/json-schema.js";
import { changeOf } from "./arbitrary-change.js";
import { arbitraryClaimSet, type DrawnClaimSet } from "./arbitrary-claim-set.js";

/** A claim set before and after a change, with claims that conform to the one or are near to it. */
export interface DrawnChange {
  readonly before: object;
  readonly after: object;
  readonly claims: readonly Readonly<Record<string, JsonValue>>[];
  readonly policies: readonly [before: object, after: object];
}

type Schema = DrawnClaimSet["schema"];

const policy = fc.record(
  {
    unknownClaims: fc.constantFrom("ignore", "reject", "strip"),
    algorithms: fc.constantFrom(["ES256"], ["RS256"], ["ES256", "RS256"]),
    lifetime: fc.constantFrom("15m", "1h"),
    issuer: fc.constantFrom("https://a.example", ["https://a.example", "https://b.example"]),
    helpers: fc.constantFrom(["verify"], ["issue", "verify"]),
  },
  { requiredKeys: [] },
);

/** Changes of realistic claim sets: a claim taken out, taken over, freed, replaced; or any subschema changed in any way. */
export const arbitraryClaimSetChange: fc.Arbitrary<DrawnChange> = fc
  .tuple(arbitraryClaimSet, arbitraryClaimSet, fc.nat())
  .chain(([one, other, pick]) =>
    fc.record({
      before: fc.constant(one.schema),
      after: pick % 3 === 0 ? deepChange(one.schema) : fc.constant(mutate(one.schema, other.schema, pick)),
      claims: fc.array(fc.oneof(one.claims, other.claims), { minLength: 8, maxLength: 12 }),
      // Most changes leave the policy as it is.
      policies: fc.oneof(
        { weight: 3, arbitrary: policy.map((same) => [same, same] as const) },
        { weight: 1, arbitrary: fc.tuple(policy, policy) },
      ),
    }),
  );

function deepChange(schema: Schema): fc.Arbitrary<object> {
  // The schema of a drawn claim set is an object, and so is what is changed inside of it but for a change of the whole.
  return changeOf(schema as SchemaObject).map((changed) => (typeof changed === "boolean" ? schema : changed));
}

/** The schema with a member taken out, taken from another schema or no longer required; or all of the other. */
function mutate(schema: Schema, other: Schema, pick: number): Schema {
  const properties = membersOf(schema);
  const others = membersOf(other);
  const [name] = properties[pick % Math.max(1, properties.length)] ?? [];
  const [taken] = others.slice(pick % Math.max(1, others.length));
  const rest = properties.filter(([one]) => one !== name);
  // A schema that is taken over may refer to the other's definitions.
  const $defs = schema["$defs"] ?? other["$defs"];
  const more = $defs === undefined ? {} : { $defs };
  switch (pick % 5) {
    case 0:
      return { ...schema, properties: Object.fromEntries(rest) };
    case 1: {
      const replaced = name === undefined || taken === undefined ? [] : [[name, taken[1]] as const];
      return { ...schema, properties: Object.fromEntries([...rest, ...replaced]), ...more };
    }
    case 2:
      return { ...schema, required: [] };
    case 3:
      return { ...schema, required: properties.map(([one]) => one) };
    default:
      return other;
  }
}

function membersOf(schema: Schema): readonly [string, unknown][] {
  return Object.entries(schema["properties"] as Record<string, unknown>);
}
