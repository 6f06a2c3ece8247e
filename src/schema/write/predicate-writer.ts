import { definitionName } from "../definition-reference.js";
import { EVALUATED_KEYWORD } from "../evaluated-keyword.js";
import type { JsonTypeName, Schema, SchemaObject } from "../json-schema.js";
import type { ConditionWriter } from "./condition-writer.js";
import { arrayTests } from "./predicate-arrays.js";
import { objectTests } from "./predicate-objects.js";
import { conjunction, disjunction, negation, type Place, parametersOf, startFunction } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";
import { numberTests, textTests, typeTest, valueTest } from "./predicate-values.js";

/** The deepest nesting within one function, so that an engine with a small stack can parse it. */
const MAX_DEPTH = 24;

/** Definitions of fewer keywords, none of which holds a schema, are written out where they are used. */
const SMALL = 5;

/** Writes the conditions of a first pass: JavaScript expressions that are true or false. */
export class PredicateWriter implements ConditionWriter {
  readonly scope: PredicateScope;
  /** Whether all that was asked for could be written. Where not, there is no first pass. */
  isComplete = true;
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #functions = { exact: new Map<Schema, string>(), sufficient: new Map<Schema, string>() };

  constructor(scope: PredicateScope, definitions: Readonly<Record<string, Schema>>) {
    this.scope = scope;
    this.#definitions = definitions;
  }

  /** What a reference of the normal form names. */
  definition(reference: string): Schema {
    const name = definitionName(reference);
    // What is not there accepts nothing; the full pass has been made before, and refuses such a reference.
    return name !== null && Object.hasOwn(this.#definitions, name) ? (this.#definitions[name] ?? false) : false;
  }

  /** The condition of a schema at a place. */
  condition(schema: Schema, place: Place): string {
    if (typeof schema === "boolean") return String(schema);
    if (place.depth % MAX_DEPTH === MAX_DEPTH - 1) return this.call(schema, place);
    return this.#inline(schema, place);
  }

  /** The condition of a schema as the call of a function, which is written once. */
  call(schema: Schema, { variable, isExact }: Place): string {
    if (typeof schema === "boolean") return String(schema);
    const functions = isExact ? this.#functions.exact : this.#functions.sufficient;
    let name = functions.get(schema);
    if (name === undefined) {
      name = this.scope.newFunction();
      // Known before it is written: it may call itself.
      functions.set(schema, name);
      this.#write(name, startFunction(0, isExact), (place) => this.#inline(schema, place));
    }
    return `${name}(${variable})`;
  }

  /** The condition of a schema on each of several values, as a function to hand over. */
  lambda(schema: Schema, place: Place): string {
    return this.itemLambda(place, (item) => this.condition(schema, item));
  }

  /** A condition on each of several values, as a function to hand over. */
  itemLambda({ depth, isExact }: Place, write: (item: Place) => string): string {
    const item = startFunction(depth + 1, isExact);
    const body = write(item);
    return `(${parametersOf(item)}) => ${body}`;
  }

  /** A condition that stands in a function of its own, on the same value. */
  apart(place: Place, write: (place: Place) => string): string {
    const name = this.scope.newFunction();
    this.#write(name, startFunction(place.depth, place.isExact), write);
    return `${name}(${place.variable})`;
  }

  /** Notes that a condition cannot be written exactly; gives what may stand in its place. */
  giveUp(): "false" {
    this.isComplete = false;
    return "false";
  }

  #write(name: string, place: Place, write: (place: Place) => string): void {
    const body = write(place);
    this.scope.lines.push(`function ${name}(${parametersOf(place)}) {\nreturn ${body};\n}`);
  }

  #inline(schema: SchemaObject, place: Place): string {
    return conjunction([this.#typed(schema, place), ...this.#general(schema, place)]);
  }

  /** What depends on the value's type. */
  #typed(schema: SchemaObject, place: Place): string {
    const { variable } = place;
    const test = (type: JsonTypeName) => typeTest(type, variable, this.scope);
    if (schema.type !== undefined) {
      const types = typesOf(schema.type);
      const cases = types.map((type) => ({ type, tests: this.#testsOf(type, schema, place) }));
      if (isSaidByValues(schema, types) && cases.every(({ tests }) => tests.length === 0)) return "true";
      return disjunction(cases.map(({ type, tests }) => conjunction(withType(test(type), tests))));
    }
    const groups = (["string", "number", "array", "object"] as const).map((type) => {
      const tests = conjunction(this.#testsOf(type, schema, place));
      return tests === "true" ? tests : disjunction([negation(test(type)), tests]);
    });
    return conjunction(groups);
  }

  #testsOf(type: JsonTypeName, schema: SchemaObject, place: Place): readonly string[] {
    switch (type) {
      case "string":
        return textTests(schema, place.variable, this.scope).map(({ test }) => test);
      case "integer":
      case "number":
        return numberTests(schema, place.variable, this.scope).map(({ test }) => test);
      case "array":
        return arrayTests(this, schema, place);
      case "object":
        return objectTests(this, schema, place);
      default:
        return [];
    }
  }

  /** What applies to a value of any type. */
  #general(schema: SchemaObject, place: Place): readonly string[] {
    const { variable } = place;
    const exactly = { ...place, isExact: true };
    // What is evaluated asks the cases once more, so that they are functions: written once.
    const branch = (one: Schema, at: Place) =>
      schema[EVALUATED_KEYWORD] === true ? this.call(one, at) : this.condition(one, at);
    const tests: string[] = [];
    if (schema.enum !== undefined) tests.push(valueTest(schema.enum, variable, this.scope).test);
    if (Object.hasOwn(schema, "const") && schema.const !== undefined)
      tests.push(valueTest([schema.const], variable, this.scope).test);
    if (schema.$ref !== undefined) tests.push(this.#reference(schema.$ref, place));
    for (const one of schema.allOf ?? []) tests.push(this.condition(one, place));
    if (schema.anyOf !== undefined) tests.push(disjunction(schema.anyOf.map((one) => branch(one, place))));
    if (schema.oneOf !== undefined) {
      const hits = schema.oneOf.map((one) => `(${branch(one, exactly)})`);
      // The sum of one truth is no number yet.
      tests.push(hits.length === 1 ? String(hits[0]) : `${hits.join(" + ")} === 1`);
    }
    if (schema.not !== undefined) tests.push(negation(this.condition(schema.not, exactly)));
    if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
      const [then, other] = [schema.then ?? true, schema.else ?? true].map((one) => this.condition(one, place));
      tests.push(`(${branch(schema.if, exactly)} ? ${then} : ${other})`);
    }
    return tests;
  }

  #reference(reference: string, place: Place): string {
    const target = this.definition(reference);
    return isSmall(target) ? this.condition(target, place) : this.call(target, place);
  }
}

/** The test of a plain object is one of an object too. */
function withType(test: string, tests: readonly string[]): readonly string[] {
  return tests[0]?.startsWith("isPlain(") ? tests : [test, ...tests];
}

function isSmall(schema: Schema): boolean {
  if (typeof schema === "boolean") return true;
  const entries = Object.entries(schema);
  return (
    entries.length < SMALL &&
    entries.every(([, value]) => typeof value !== "object" || value === null || isShortList(value))
  );
}

function isShortList(value: object): boolean {
  return Array.isArray(value) && value.length <= 3 && value.every((item) => typeof item !== "object");
}

/** Whether each value that a schema lists is of one of its types, so that asking for the type tells nothing. */
function isSaidByValues({ enum: values }: SchemaObject, types: readonly string[]): boolean {
  return values?.every((value) => typeof value !== "object" && types.includes(typeof value)) ?? false;
}

/** Each type once; an integer is a number. */
function typesOf(type: JsonTypeName | readonly JsonTypeName[]): readonly JsonTypeName[] {
  const types = typeof type === "string" ? [type] : type;
  return types.includes("number") ? types.filter((one) => one !== "integer") : types;
}
