import { pointerOf } from "../text/pointer.js";
import { definitionSegment } from "./definition-reference.js";
import { toJavaScript } from "./javascript-literal.js";
import { negation } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";
import { numberTests, type Test, textTests, typeTest, valueTest } from "./predicate-values.js";
import type { SimpleMember, SimpleMembers, SimpleSchema } from "./simple-schema.js";

/** A value in the code: its variable, and the way to it and to its schema from the member that it is in. */
interface Value {
  readonly variable: string;
  /** Text, and variables that hold an index. */
  readonly path: readonly (string | { readonly index: string })[];
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
    const { type } = schema;
    const values = [
      ...(schema.enum === undefined ? [] : [valueTest(schema.enum, value.variable, this.#scope, "enum")]),
      ...(schema.const === undefined ? [] : [valueTest([schema.const], value.variable, this.#scope, "const")]),
    ].flatMap((test) => this.#unless(test, value));
    values.push(...this.#ofAlternatives(schema, value));
    if (typeof type === "string") {
      const lines = this.#ofType(type, schema, value);
      const test = typeTest(type, value.variable, this.#scope);
      const fault = this.#fault("type", toJavaScript({ type }), value);
      const checked =
        lines.length === 0 ? [`if (${negation(test)}) ${fault}`] : [`if (${test}) {`, ...lines, `} else ${fault}`];
      return [...checked, ...values];
    }
    const cases = (["string", "number", "array", "object"] as const).flatMap((one) => {
      const lines = this.#ofType(one, schema, value);
      return lines.length === 0 ? [] : [`if (${typeTest(one, value.variable, this.#scope)}) {`, ...lines, "}"];
    });
    return [...cases, ...values];
  }

  #ofType(type: string, schema: SimpleSchema, value: Value): string[] {
    switch (type) {
      case "string":
        return textTests(schema, value.variable, this.#scope).flatMap((test) => this.#unless(test, value));
      case "integer":
      case "number":
        return numberTests(schema, value.variable, this.#scope).flatMap((test) => this.#unless(test, value));
      case "array":
        return this.#ofArray(schema, value);
      case "object":
        return this.#ofObject(schema, value);
      default:
        return [];
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
    const path = [...value.path, "/", { index }];
    const item: Value = { variable, path, schemaPath: `${value.schemaPath}/items`, depth };
    const inner = this.#faults(items, item);
    if (inner.length === 0) return lines;
    const head = `for (let ${index} = 0; ${index} < ${length}; ${index}++) {`;
    this.#variable(depth);
    return [...lines, head, `${variable} = ${value.variable}[${index}];`, ...inner, "}"];
  }

  #ofObject({ required = [], properties = {} }: SimpleSchema, value: Value): string[] {
    const names = toJavaScript(required);
    const texts = [value.variable, names, "fault", pathText(value), toJavaScript(`${value.schemaPath}/required`)];
    return [
      ...(required.length === 0 ? [] : [`${this.#scope.fault("missing")}(${texts.join(", ")});`]),
      ...Object.entries(properties).flatMap(([name, schema]) =>
        typeof schema === "boolean" ? [] : this.#inner(name, schema, value),
      ),
    ];
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
      parts.push(toJavaScript(text), part.index);
      text = "";
    }
  }
  if (text !== "" || parts.length === 0) parts.push(toJavaScript(text));
  return parts.join(" + ");
}
