import type { JsonValue, Schema } from "../../src/schema/json-schema.js";
import { pascalIdentifier } from "../../src/text/names.js";
import { printType } from "../../src/types/print-type.js";
import { schemaToTypes } from "../../src/types/schema-to-types.js";
import type { NamedType } from "../../src/types/type.js";
import { labelOf, type SuiteGroup } from "./json-schema-suite.js";
import { isMember } from "./type-membership.js";

/** Files about what TypeScript can say, so that types have to refuse most of the invalid values. */
const SAYABLE: ReadonlySet<string> = new Set(
  (
    "type enum const required properties additionalProperties items additionalItems prefixItems anyOf oneOf allOf " +
    "ref anchor defs definitions boolean_schema"
  )
    .split(" ")
    .map((name) => `${name}.json`),
);

/** How the types compare with the verdicts of the suite. */
export interface MemberCount {
  readonly valid: number;
  /** Valid values that are not members of their type: each is a lie. */
  readonly lies: readonly string[];
  /** Invalid values in the files about what TypeScript can say. */
  readonly invalid: number;
  readonly refused: number;
  /** Those that are members all the same. */
  readonly missed: readonly string[];
}

/** Asks of each value of the suite whether it is a member of its group's type. */
export function countMembers(groups: readonly SuiteGroup[]): MemberCount {
  let valid = 0;
  let invalid = 0;
  const lies: string[] = [];
  const missed: string[] = [];
  for (const group of groups) {
    if (group.outcome.kind !== "read") continue;
    const named = nameTypes(group.outcome.schema);
    const accepts = (value: JsonValue) => isMember(value, { kind: "reference", name: "Root" }, named);
    for (const test of group.tests) {
      const line = () => `${labelOf(group, test)}: ${JSON.stringify(test.data)} and ${print(named)}`;
      if (test.valid) {
        valid++;
        if (!accepts(test.data)) lies.push(line());
      } else if (SAYABLE.has(group.file)) {
        invalid++;
        if (accepts(test.data)) missed.push(line());
      }
    }
  }
  return { valid, lies, invalid, refused: invalid - missed.length, missed };
}

function nameTypes(schema: Schema): readonly NamedType[] {
  const root = typeof schema === "boolean" ? { allOf: [schema] } : schema;
  const { named } = schemaToTypes(root, {
    rootName: "Root",
    nameDefinition: (name) => `Root${pascalIdentifier(name)}`,
  });
  return named;
}

function print(named: readonly NamedType[]): string {
  return named
    .map(({ name, type }) => `${name} = ${printType(type)}`)
    .join("; ")
    .replaceAll("\n", " ");
}
