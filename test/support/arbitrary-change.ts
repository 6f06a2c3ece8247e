import * as fc from "fast-check";
import type { Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { mapSubschemas } from "../../src/schema/map-subschemas.js";
import { arbitrarySchema } from "./arbitrary-schema.js";

/** Schemas that differ from one in one place or two, as a change to a claim set would make them. */
export function changeOf(schema: Schema): fc.Arbitrary<Schema> {
  const change = fc.record({
    at: fc.nat({ max: 30 }),
    kind: fc.constantFrom<ChangeKind>("drop", "add", "number", "wrap", "replace", "twice"),
    which: fc.nat({ max: 6 }),
    other: arbitrarySchema(false),
  });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) => changes.reduce(applyChange, schema));
}

type ChangeKind = "drop" | "add" | "number" | "wrap" | "replace" | "twice";

interface Change {
  readonly at: number;
  readonly kind: ChangeKind;
  readonly which: number;
  readonly other: Schema;
}

/** The schema with one of its subschemas changed, counted as they are come by. */
function applyChange(schema: Schema, change: Change): Schema {
  let left = change.at % countOf(schema);
  const visit = (each: Schema): Schema => {
    if (left === 0) {
      left -= 1;
      return changed(each, change);
    }
    left -= 1;
    return typeof each === "boolean" ? each : mapSubschemas(each, visit);
  };
  return visit(schema);
}

function countOf(schema: Schema): number {
  if (typeof schema === "boolean") return 1;
  let count = 1;
  mapSubschemas(schema, (each) => {
    count += countOf(each);
    return each;
  });
  return count;
}

function changed(schema: Schema, { kind, which, other }: Change): Schema {
  if (kind === "replace" || typeof schema === "boolean") return other;
  const keywords = Object.entries(schema);
  const chosen = keywords[which % Math.max(keywords.length, 1)];
  switch (kind) {
    case "drop":
      return Object.fromEntries(keywords.filter((keyword) => keyword !== chosen));
    case "add":
      return typeof other === "boolean" ? schema : { ...other, ...schema };
    case "number":
      return Object.fromEntries(
        keywords.map(([name, value]): [string, unknown] => [name, typeof value === "number" ? value + 1 : value]),
      );
    case "wrap":
      return [{ allOf: [schema] }, { anyOf: [schema, other] }, { not: { not: schema } }][which % 3] ?? schema;
    case "twice":
      return { allOf: [schema, schema], anyOf: [schema, { ...schema } satisfies SchemaObject] };
  }
}
