import type { Schema } from "../schema/json-schema.js";
import { intersectShapes, uniteShapes } from "./combine-shapes.js";
import { constrainingKeywords } from "./keywords.js";
import { negate } from "./negate.js";
import { combineObjects } from "./object-set.js";
import type { Reading } from "./reading.js";
import { ANYTHING, type ObjectSet, type Shape } from "./shape.js";

/** Branches beyond this many are not compared with each other. */
const MOST_BRANCHES = 12;

/** The values of `oneOf`: of each branch those that no other branch accepts, as far as that is told simply. */
export function readOneOf(branches: readonly Schema[], reader: Reading): Shape {
  const shapes = branches.map((branch) => reader.readSchema(branch));
  if (branches.length > MOST_BRANCHES) return uniteShapes(shapes);
  const negations = branches.map((branch) => negate(branch, reader));
  return uniteShapes(
    shapes.map((shape, at) =>
      negations.reduce((left, negation, other) => (other === at ? left : exclude(left, negation, reader)), shape),
    ),
  );
}

/** Object alternatives are narrowed only where there is one way to do it: anything else would multiply them. */
function exclude(shape: Shape, negation: Shape, reader: Reading): Shape {
  const { objects, ...others } = intersectShapes({ ...shape, objects: [] }, { ...negation, objects: [] });
  if (negation.objects === null) return { ...others, objects: shape.objects };
  if (shape.objects === null) return { ...others, objects: negation.objects.length === 0 ? [] : null };
  const { objects: ways } = negation;
  return { ...others, objects: shape.objects.flatMap((set) => narrow(set, ways, reader)) };
}

function narrow(set: ObjectSet, ways: readonly ObjectSet[], reader: Reading): readonly ObjectSet[] {
  const left = ways.flatMap((way) => {
    const combined = combineObjects(set, way);
    return combined === null ? [] : (reader.settle({ ...ANYTHING, objects: [combined] }).objects ?? []);
  });
  const [only] = left;
  if (only === undefined) return [];
  return left.length === 1 && isReadable(only, set) ? [only] : [set];
}

/** Whether narrowing said of no new member merely what it is not: `foo?: number | boolean | …` helps nobody. */
function isReadable(narrowed: ObjectSet, original: ObjectSet): boolean {
  for (const [name, member] of narrowed.members) {
    if (original.members.has(name)) continue;
    if (member.value.every((schema) => typeof schema === "object" && constrainingKeywords(schema).join() === "not"))
      return false;
  }
  return true;
}
