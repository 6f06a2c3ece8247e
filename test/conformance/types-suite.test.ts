import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ClaimsmithError } from "../../src/errors.js";
import { bundleSchema } from "../../src/schema/bundle.js";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";
import { pascalIdentifier } from "../../src/text/names.js";
import { printType } from "../../src/types/print-type.js";
import { schemaToTypes } from "../../src/types/schema-to-types.js";
import type { NamedType } from "../../src/types/type.js";
import { isMember } from "../support/type-membership.js";

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DATA = process.env.CLAIMSMITH_TEST_DATA ?? join(REPOSITORY, "../shared");
const SUITE = join(DATA, "json-schema-suite/tests");

const DRAFTS: Readonly<Record<string, string>> = {
  draft7: "http://json-schema.org/draft-07/schema#",
  "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
  "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
};

/** Files about what TypeScript can say, so that types have to refuse most of the invalid values. */
const SAYABLE: ReadonlySet<string> = new Set(
  (
    "type enum const required properties additionalProperties items additionalItems prefixItems anyOf oneOf allOf " +
    "ref anchor defs definitions boolean_schema"
  )
    .split(" ")
    .map((name) => `${name}.json`),
);

/** Figures of the run below. They may only get better. */
const FEWEST_VALID = 1_993;
const MOST_LEFT_OUT = 56;
const FEWEST_SAYABLE = 757;
const FEWEST_REFUSED = 692;

interface Group {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[];
}

interface Typed {
  readonly label: string;
  readonly group: Group;
  readonly named: readonly NamedType[];
  readonly isSayable: boolean;
}

/** Each group's type, or null where the group needs a document from elsewhere. */
function typeGroups(): readonly (Typed | null)[] {
  const typed: (Typed | null)[] = [];
  for (const [draft, dialect] of Object.entries(DRAFTS)) {
    for (const file of readdirSync(join(SUITE, draft)).filter((name) => name.endsWith(".json"))) {
      const groups = JSON.parse(readFileSync(join(SUITE, draft, file), "utf8")) as readonly Group[];
      for (const group of groups) {
        const schema = bundle(group.schema, dialect);
        if (schema === null) typed.push(null);
        else {
          const label = `${draft}/${file}: ${group.description}`;
          typed.push({ label, group, named: nameTypes(schema), isSayable: SAYABLE.has(file) });
        }
      }
    }
  }
  return typed;
}

function bundle(schema: JsonValue, dialect: string): Schema | null {
  // A boolean has no room for `$schema`; it means the same in every draft.
  const value = typeof schema === "object" && schema !== null ? { $schema: dialect, ...schema } : schema;
  const document = { value, locate: () => ({ file: "group.json" }) };
  try {
    return bundleSchema({ file: "group.json", pointer: "" }, { read: () => document, vocabulary: () => document })
      .schema;
  } catch (error) {
    if (error instanceof ClaimsmithError) return null;
    throw error;
  }
}

function nameTypes(schema: Schema): readonly NamedType[] {
  const root = typeof schema === "boolean" ? { allOf: [schema] } : schema;
  const { named } = schemaToTypes(root, {
    rootName: "Root",
    nameDefinition: (name) => `Root${pascalIdentifier(name)}`,
  });
  return named;
}

function accepts({ named }: Typed, value: JsonValue): boolean {
  return isMember(value, { kind: "reference", name: "Root" }, named);
}

function print({ named }: Typed): string {
  return named
    .map(({ name, type }) => `${name} = ${printType(type)}`)
    .join("; ")
    .replaceAll("\n", " ");
}

describe.skipIf(!existsSync(SUITE))(
  "types of the JSON-Schema-Test-Suite (not run: no test data, where skipped)",
  () => {
    const groups = existsSync(SUITE) ? typeGroups() : [];
    const typed = groups.filter((group) => group !== null);

    test("few groups are left out", () => {
      expect(groups.length - typed.length).toBeLessThanOrEqual(MOST_LEFT_OUT);
    });

    test("every valid value is a member of its type", () => {
      let count = 0;
      const lies: string[] = [];
      for (const each of typed) {
        for (const { data, valid, description } of each.group.tests) {
          if (!valid) continue;
          count++;
          if (!accepts(each, data))
            lies.push(`${each.label} / ${description}: ${JSON.stringify(data)} is no ${print(each)}`);
        }
      }
      expect(lies).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(FEWEST_VALID);
    });

    test("types refuse the invalid values that TypeScript can tell", () => {
      let count = 0;
      let refused = 0;
      for (const each of typed.filter(({ isSayable }) => isSayable)) {
        for (const { data, valid } of each.group.tests) {
          if (valid) continue;
          count++;
          if (!accepts(each, data)) refused++;
        }
      }
      expect(count).toBeGreaterThanOrEqual(FEWEST_SAYABLE);
      expect(refused).toBeGreaterThanOrEqual(FEWEST_REFUSED);
    });
  },
);
