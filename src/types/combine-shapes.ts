import { conjoin } from "./conjunction.js";
import { refusesNumber, refusesString } from "./literal-checks.js";
import { combineObjects } from "./object-set.js";
import type { ArraySet, NumberSet, Shape, StringPart, StringSet } from "./shape.js";

/** More alternatives than this from two lists of them are not multiplied out; one list stands for both, which is wider. */
const MOST_ALTERNATIVES = 24;

/** The values that are in both sets, or somewhat more where it would take too many alternatives to say. */
export function intersectShapes(a: Shape, b: Shape): Shape {
  return {
    null: a.null && b.null,
    booleans: a.booleans.filter((value) => b.booleans.includes(value)),
    numbers: intersectNumbers(a.numbers, b.numbers),
    strings: intersectStrings(a.strings, b.strings),
    arrays: intersectAlternatives(a.arrays, b.arrays, combineArrays),
    objects: intersectAlternatives(a.objects, b.objects, combineObjects),
  };
}

/** The values that are in one of the sets. */
export function uniteShapes(shapes: readonly Shape[]): Shape {
  return {
    null: shapes.some((shape) => shape.null),
    booleans: [true, false].filter((value) => shapes.some((shape) => shape.booleans.includes(value))),
    numbers: uniteNumbers(shapes.map((shape) => shape.numbers)),
    strings: uniteStrings(shapes.map((shape) => shape.strings)),
    arrays: uniteAlternatives(shapes.map((shape) => shape.arrays)),
    objects: uniteAlternatives(shapes.map((shape) => shape.objects)),
  };
}

function intersectAlternatives<T>(
  a: readonly T[] | null,
  b: readonly T[] | null,
  combine: (a: T, b: T) => T | null,
): readonly T[] | null {
  if (a === null) return b;
  if (b === null || a === b) return a;
  if (a.length > 1 && b.length > 1 && a.length * b.length > MOST_ALTERNATIVES) return a;
  return a.flatMap((one) => b.flatMap((other) => combine(one, other) ?? []));
}

function uniteAlternatives<T>(lists: readonly (readonly T[] | null)[]): readonly T[] | null {
  const united = new Set<T>();
  for (const list of lists) {
    if (list === null) return null;
    for (const alternative of list) united.add(alternative);
  }
  return [...united];
}

function intersectNumbers(a: NumberSet, b: NumberSet): NumberSet {
  const checks = [...new Set([...a.checks, ...b.checks])];
  const literals = intersectLiterals(a.literals, b.literals);
  if (literals === null) return { literals, checks };
  return { literals: literals.filter((value) => !checks.some((schema) => refusesNumber(schema, value))), checks };
}

function intersectLiterals<T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null {
  if (a === null) return b;
  if (b === null) return a;
  const allowed = new Set(b);
  return a.filter((value) => allowed.has(value));
}

function uniteNumbers(sets: readonly NumberSet[]): NumberSet {
  const [only, ...others] = sets.filter((set) => set.literals?.length !== 0);
  if (only !== undefined && others.length === 0) return only;
  const literals = uniteAlternatives(sets.map((set) => set.literals));
  return { literals, checks: [] };
}

function intersectStrings(a: StringSet, b: StringSet): StringSet {
  const checks = [...new Set([...a.checks, ...b.checks])];
  const passes = (value: string) => !checks.some((schema) => refusesString(schema, value));
  if (a.parts === null && b.parts === null) {
    const known = (a.known.length > 0 ? a.known : b.known).filter(passes);
    return { parts: null, known, checks };
  }
  const parts = intersectParts(a.parts, b.parts).filter((part) => part.kind !== "literal" || passes(part.value));
  return { parts, known: [], checks };
}

function intersectParts(a: readonly StringPart[] | null, b: readonly StringPart[] | null): readonly StringPart[] {
  if (a === null) return b ?? [];
  if (b === null || a === b) return a;
  const literals = new Set(b.flatMap((part) => (part.kind === "literal" ? [part.value] : [])));
  const templates = b.filter((part) => part.kind === "template");
  const kept: StringPart[] = [];
  for (const part of a) {
    if (part.kind === "literal") {
      if (literals.has(part.value) || templates.some((other) => fits(part.value, other))) kept.push(part);
      continue;
    }
    for (const literal of literals) if (fits(literal, part)) kept.push({ kind: "literal", value: literal });
    for (const other of templates) kept.push(...intersectTemplates(part, other));
  }
  return kept;
}

type Template = Extract<StringPart, { kind: "template" }>;

function fits(text: string, { prefix, suffix }: Template): boolean {
  return text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
}

/** Of two templates the narrower one; a prefix of one and a suffix of the other may overlap, so they are not put together. */
function intersectTemplates(a: Template, b: Template): readonly Template[] {
  if (!a.prefix.startsWith(b.prefix) && !b.prefix.startsWith(a.prefix)) return [];
  if (!a.suffix.endsWith(b.suffix) && !b.suffix.endsWith(a.suffix)) return [];
  return [b.prefix.length + b.suffix.length > a.prefix.length + a.suffix.length ? b : a];
}

function uniteStrings(sets: readonly StringSet[]): StringSet {
  const [only, ...others] = sets.filter((set) => set.parts?.length !== 0);
  if (only !== undefined && others.length === 0) return only;
  const literals = new Set<string>();
  for (const set of sets) {
    for (const value of set.known) literals.add(value);
    for (const part of set.parts ?? []) if (part.kind === "literal") literals.add(part.value);
  }
  if (sets.some((set) => set.parts === null)) return { parts: null, known: [...literals], checks: [] };
  const templates = sets.flatMap((set) => (set.parts ?? []).filter((part) => part.kind === "template"));
  return {
    parts: [...[...literals].map((value) => ({ kind: "literal", value }) as const), ...templates],
    known: [],
    checks: [],
  };
}

function combineArrays(a: ArraySet, b: ArraySet): ArraySet | null {
  const minimum = Math.max(a.minimum, b.minimum);
  const maximum = Math.min(a.maximum, b.maximum);
  if (minimum > maximum) return null;
  const length = Math.max(a.prefix.length, b.prefix.length);
  const prefix = Array.from({ length }, (_, at) => conjoin(a.prefix[at] ?? a.rest, b.prefix[at] ?? b.rest));
  return { prefix, rest: conjoin(a.rest, b.rest), minimum, maximum };
}
