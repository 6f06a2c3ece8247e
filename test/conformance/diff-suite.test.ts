import { describe, expect, it } from "vitest";
import { includes } from "../../src/containment/includes.js";
import { definitionName } from "../../src/schema/definition-reference.js";
import type { Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { mapSubschemas } from "../../src/schema/map-subschemas.js";
import { isCounterexample, judgeOf } from "../support/counterexample.js";
import { HAS_SUITE, readSuite, type SuiteGroup } from "../support/json-schema-suite.js";

/** Copies of the kinds below that are left open, out of all. It may only fall. */
const MOST_OPEN = 0;
const STEPS = 3_000;
/** How many of the groups that follow it in its file each group is compared with. */
const NEIGHBOURS = 4;
/**
 * Groups whose validators are no judges: ajv counts the members that a failing `if` matched by pattern as evaluated, and so
 * accepts more than the schema (2020-12 core section 11.3). It may only shrink.
 */
const NO_JUDGES: ReadonlySet<string> = new Set([
  "unevaluatedProperties can see annotations from if without then and else",
]);

interface Read {
  readonly group: SuiteGroup;
  readonly schema: SchemaObject;
}

describe.skipIf(!HAS_SUITE)("containment in the JSON-Schema-Test-Suite (not run: no test data, where skipped)", () => {
  const read = readSuite().flatMap((group): Read[] => {
    if (group.outcome.kind !== "read") return [];
    const { schema } = group.outcome;
    return [{ group, schema: typeof schema === "boolean" ? { allOf: [schema] } : schema }];
  });

  it.each([
    ["itself", (schema: SchemaObject) => schema],
    ["its copy with all keys in another order", (schema: SchemaObject) => reversed(schema)],
    ["its copy with what it refers to written in place", (schema: SchemaObject) => inlined(schema)],
    ["its copy with definitions of other names", (schema: SchemaObject) => renamed(schema)],
  ])("each schema includes %s, both ways", (_, copyOf) => {
    const open: string[] = [];
    for (const { group, schema } of read) {
      const copy = copyOf(schema);
      for (const [a, b] of [
        [schema, copy],
        [copy, schema],
      ] as const) {
        const label = `${group.draft} ${group.file}: ${group.description}`;
        const found = includes(a, b);
        expect(found.verdict, `${label}: ${JSON.stringify(found)}`).not.toBe("not-included");
        if (found.verdict === "unknown") open.push(`${label}: ${found.reason}`);
      }
    }
    for (const line of open) console.log(`left open: ${line}`);
    expect(open.length).toBeLessThanOrEqual(MOST_OPEN);
  });

  it("no value of the suite contradicts a containment between two schemas of one file", () => {
    const files = new Map<string, Read[]>();
    for (const each of read) {
      const file = `${each.group.draft}/${each.group.file}`;
      files.set(file, [...(files.get(file) ?? []), each]);
    }
    const counts = { included: 0, "not-included": 0, unknown: 0 };
    const contradicted: string[] = [];
    for (const [file, groups] of files) {
      const values = groups.flatMap(({ group }) => group.tests.map((test) => test.data));
      const judged = groups.map(({ schema }) => values.map(judgeOf(schema)));
      for (const [index, one] of groups.entries()) {
        for (const [otherIndex, other] of groups.entries()) {
          const distance = (otherIndex - index + groups.length) % groups.length;
          if (distance === 0 || distance > NEIGHBOURS) continue;
          const found = includes(one.schema, other.schema, { steps: STEPS });
          counts[found.verdict] += 1;
          const label = `${file}: ${one.group.description} in ${other.group.description}`;
          if (found.verdict === "not-included") {
            expect(isCounterexample(one.schema, other.schema, found.witness), label).toBe(true);
          }
          const at = values.findIndex((_, value) => judged[index]?.[value] && judged[otherIndex]?.[value] === false);
          if (NO_JUDGES.has(one.group.description)) continue;
          if (found.verdict === "included" && at !== -1) contradicted.push(`${label}: ${JSON.stringify(values[at])}`);
        }
      }
    }
    console.log(JSON.stringify(counts));
    expect(contradicted).toEqual([]);
    expect(counts.unknown / (counts.included + counts["not-included"])).toBeLessThan(0.02);
  });
});

function reversed(schema: SchemaObject): SchemaObject {
  const turn = (each: Schema): Schema => {
    if (typeof each === "boolean") return each;
    return mapSubschemas(Object.fromEntries(Object.entries(each).reverse()), turn);
  };
  // An object was put in.
  return turn(schema) as SchemaObject;
}

/** The schema with each reference replaced by its definition, unless that is being written out. */
function inlined(schema: SchemaObject): SchemaObject {
  const definitions = schema.$defs ?? {};
  const write = (each: Schema, open: readonly string[]): Schema => {
    if (typeof each === "boolean") return each;
    const { $ref, $defs, ...rest } = each;
    const written = mapSubschemas(rest, (part) => write(part, open));
    if ($ref === undefined) return written;
    const name = nameOf($ref);
    if (open.includes(name)) return { $ref, ...written };
    return { ...written, allOf: [...(written.allOf ?? []), write(definitions[name] ?? true, [...open, name])] };
  };
  return { ...Object(write(schema, [])), $defs: definitions };
}

function renamed(schema: SchemaObject): SchemaObject {
  const rename = (each: Schema): Schema => {
    if (typeof each === "boolean") return each;
    const { $ref, ...rest } = each;
    const mapped = mapSubschemas(rest, rename);
    return $ref === undefined ? mapped : { $ref: `#/$defs/${encode(`new ${nameOf($ref)}`)}`, ...mapped };
  };
  const { $defs = {}, ...root } = schema;
  const renamedDefinitions = Object.entries($defs).map(([name, each]) => [`new ${name}`, rename(each)] as const);
  return { ...Object(rename(root)), $defs: Object.fromEntries(renamedDefinitions) };
}

function nameOf(reference: string): string {
  return definitionName(reference) ?? "";
}

function encode(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}
