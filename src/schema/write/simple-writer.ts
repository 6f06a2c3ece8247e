import { pointerOf } from "../../text/pointer.js";
import { definitionSegment } from "../definition-reference.js";
import type { JsonTypeName } from "../json-schema.js";
import { toJavaScript } from "./javascript-literal.js";
import { disjunction, negation } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";
import { numberTests, type Test, textTests, typeTest, valueTest } from "./predicate-values.js";
import type { SimpleMember, SimpleMembers, SimpleSchema } from "./simple-schema.js";

/** The types of which more than the type is asked. */
const RULED_TYPES = ["string", "number", "array", "object"] as const;

/** A value in the code: its variable, and the way to it and to its schema from the member that it is in. */
interface Value {
  readonly variable: string;
  /** Text, and code that gives an index or a name. */
  readonly path: readonly (string | { readonly code: string })[];
  readonly schemaPath: string;
  /** 0 for a member of the object that the function is called with. */
  readonly depth: number;
}

/**
 * The body of a function `(data, instancePath)` that finds the faults of an object's members. It leaves them where ajv's functions
 * do: in the member `errors` of the function, whose name is given.
 */
export function writeSimple(name: string, { members, schemaPath }: SimpleMembers, scope: PredicateScope): string {
  const writer = new SimpleWriter(scope);
  const lines = members.flatMap((member) => writer.member(member));
  const held = `[member, fault] = ${scope.fault("membersOf")}(data, vErrors, instancePath, ${toJavaScript(schemaPath)})`;
  return [
    `const vErrors = []${lines.length === 0 ? "" : `, ${held}`};`,
    ...writer.declarations(),
    ...lines,
    `return ${scope.fault("finish")}(${name}, vErrors);`,
  ].join("\n");
}

class SimpleWriter {
  readonly #scope: PredicateScope;
  // One variable for each depth, so that what is alike reads alike: that compresses well.
  readonly #variables = new Set<string>();
  #counts = 0;

  constructor(scope: PredicateScope) {
    this.#scope = scope;
  }

  /** Declares the variables of what was written. */
  declarations(): string[] {
    return this.#variables.size === 0 ? [] : [`let ${[...this.#variables].join(", ")};`];
  }

  member({ name, schema, schemaPath }: SimpleMember): string[] {
    const place = [name, ...(schemaPath === null ? [] : [schemaPath])].map((text) => toJavaScript(text)).join(", ");
    const value: Value = { variable: this.#variable(0), path: [], schemaPath: "", depth: 0 };
    return this.#present(`member(${place})`, schema, value);
  }

  /** What is asked of a member that is there. */
  #present(read: string, schema: SimpleSchema, value: Value): string[] {
    const lines = this.#faults(schema, value);
    return lines.length === 0 ? [] : [`if ((${value.variable} = ${read}) !== undefined) {`, ...lines, "}"];
  }

  #inner(name: string, schema: SimpleSchema, holder: Value): string[] {
    const depth = holder.depth + 1;
    const path = [...holder.path, pointerOf(name)];
    const schemaPath = `${holder.schemaPath}/properties/${definitionSegment(name)}`;
    const value: Value = { variable: this.#variable(depth), path, schemaPath, depth };
    return this.#present(`${this.#scope.fault("own")}(${holder.variable}, ${toJavaScript(name)})`, schema, value);
  }

  #faults(schema: SimpleSchema, value: Value): string[] {
    const values = [
      ...(schema.enum === undefined ? [] : [valueTest(schema.enum, value.variable, this.#scope, "enum")]),
      ...(schema.const === undefined ? [] : [valueTest([schema.const], value.variable, this.#scope, "const")]),
    ].flatMap((test) => this.#unless(test, value));
    values.push(...this.#ofParts(schema, value), ...this.#ofAlternatives(schema, value));
    return [...this.#ofTypes(schema, value), ...values];
  }

  /** The faults of `type`, and of what is asked of values of each type: ajv asks it of a value of another type than the one demanded, too. */
  #ofTypes(schema: SimpleSchema, value: Value): string[] {
    const { type } = schema;
    const testOf = (one: JsonTypeName) => typeTest(one, value.variable, this.#scope);
    const fault = type === undefined ? "" : this.#fault("type", toJavaScript({ type }), value);
    let isFaultWritten = type === undefined;
    const cases = RULED_TYPES.flatMap((one) => {
      const lines = this.#ofType(one, schema, value);
      if (lines.length === 0) return [];
      if (one !== type) return [`if (${testOf(one)}) {`, ...lines, "}"];
      isFaultWritten = true;
      return [`if (${testOf(one)}) {`, ...lines, `} else ${fault}`];
    });
    if (isFaultWritten || type === undefined) return cases;
    const test = disjunction((typeof type === "string" ? [type] : type).map(testOf));
    return [`if (${negation(test)}) ${fault}`, ...cases];
  }

  #ofType(type: (typeof RULED_TYPES)[number], schema: SimpleSchema, value: Value): string[] {
    switch (type) {
      case "string":
        return textTests(schema, value.variable, this.#scope).flatMap((test) => this.#unless(test, value));
      case "number":
        return numberTests(schema, value.variable, this.#scope).flatMap((test) => this.#unless(test, value));
      case "array":
        return this.#ofArray(schema, value);
      case "object":
        return this.#ofObject(schema, value);
    }
  }

  #ofArray({ minItems, maxItems, items }: SimpleSchema, value: Value): string[] {
    const length = `${value.variable}.length`;
    const lines = [
      ...(maxItems === undefined ? [] : this.#unless(limit("maxItems", `${length} <= ${maxItems}`, maxItems), value)),
      ...(minItems === undefined ? [] : this.#unless(limit("minItems", `${length} >= ${minItems}`, minItems), value)),
    ];
    if (items === undefined || typeof items === "boolean") return lines;
    const depth = value.depth + 1;
    const [index, variable] = [`i${depth}`, `w${depth}`];
    const path = [...value.path, "/", { code: index }];
    const item: Value = { variable, path, schemaPath: `${value.schemaPath}/items`, depth };
    const inner = this.#faults(items, item);
    if (inner.length === 0) return lines;
    const head = `for (let ${index} = 0; ${index} < ${length}; ${index}++) {`;
    this.#variable(depth);
    return [...lines, head, `${variable} = ${value.variable}[${index}];`, ...inner, "}"];
  }

  #ofObject(schema: SimpleSchema, value: Value): string[] {
    const { required = [], properties = {} } = schema;
    const names = toJavaScript(required);
    const texts = [value.variable, names, "fault", pathText(value), toJavaScript(`${value.schemaPath}/required`)];
    return [
      ...(required.length === 0 ? [] : [`${this.#scope.fault("missing")}(${texts.join(", ")});`]),
      ...this.#ofOthers(schema, value),
      ...Object.entries(properties).flatMap(([name, schema]) =>
        typeof schema === "boolean" ? [] : this.#inner(name, schema, value),
      ),
    ];
  }

  /** The faults of members that are not declared. */
  #ofOthers({ properties = {}, additionalProperties = true }: SimpleSchema, value: Value): string[] {
    if (additionalProperties === true) return [];
    const depth = value.depth + 1;
    const [key, variable] = [`k${depth}`, `w${depth}`];
    const schemaPath = `${value.schemaPath}/additionalProperties`;
    const isOther = negation(valueTest(Object.keys(properties), key, this.#scope).test);
    const loop = `for (const ${key} of Object.keys(${value.variable}))`;
    if (additionalProperties === false) {
      const fault = `fault(${pathText(value)}, ${toJavaScript(schemaPath)}, {"additionalProperty":${key}});`;
      return [`${loop} if (${isOther}) ${fault}`];
    }
    const segment = { code: `${key}.replaceAll("~", "~0").replaceAll("/", "~1")` };
    const other: Value = { variable, path: [...value.path, "/", segment], schemaPath, depth };
    const inner = this.#faults(additionalProperties, other);
    if (inner.length === 0) return [];
    this.#variable(depth);
    return [`${loop} if (${isOther}) {`, `${variable} = ${value.variable}[${key}];`, ...inner, "}"];
  }

  /** The faults of all parts. */
  #ofParts({ allOf = [] }: SimpleSchema, value: Value): string[] {
    return allOf.flatMap((schema, index) =>
      typeof schema === "boolean"
        ? []
        : this.#faults(schema, { ...value, schemaPath: `${value.schemaPath}/allOf/${index}` }),
    );
  }

  /** The faults of all alternatives, where each has some. */
  #ofAlternatives({ anyOf = [] }: SimpleSchema, value: Value): string[] {
    const alternatives = anyOf.map((schema, index) =>
      typeof schema === "boolean"
        ? []
        : this.#faults(schema, { ...value, schemaPath: `${value.schemaPath}/anyOf/${index}` }),
    );
    if (alternatives.length === 0 || alternatives.some((lines) => lines.length === 0)) return [];
    const start = `n${this.#counts++}`;
    const counts = alternatives.map((_, index) => (index === 0 ? start : `n${this.#counts++}`));
    return [
      ...alternatives.flatMap((lines, index) => [
        `const ${counts[index]} = vErrors.length;`,
        ...lines,
        `if (vErrors.length > ${counts[index]}) {`,
      ]),
      this.#fault("anyOf", "{}", value),
      ...alternatives.map(() => `} else vErrors.length = ${start};`),
    ];
  }

  #unless({ keyword, test, params }: Test, value: Value): string[] {
    return [`if (${negation(test)}) ${this.#fault(keyword, params, value)}`];
  }

  #fault(keyword: string, params: string, value: Value): string {
    return `fault(${pathText(value)}, ${toJavaScript(`${value.schemaPath}/${keyword}`)}, ${params});`;
  }

  #variable(depth: number): string {
    const variable = `w${depth}`;
    this.#variables.add(variable);
    return variable;
  }
}

/** A test of a keyword whose fault says the limit. */
function limit(keyword: string, test: string, most: number): Test {
  return { keyword, test, params: `{limit:${most}}` };
}

/** An expression for a path. */
function pathText({ path }: Value): string {
  const parts: string[] = [];
  let text = "";
  for (const part of path) {
    if (typeof part === "string") text += part;
    else {
      parts.push(toJavaScript(text), part.code);
      text = "";
    }
  }
  if (text !== "" || parts.length === 0) parts.push(toJavaScript(text));
  return parts.join(" + ");
}
