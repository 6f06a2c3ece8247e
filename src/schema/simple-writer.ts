import { pointerOf } from "../text/pointer.js";
import { definitionSegment } from "./definition-reference.js";
import { toJavaScript } from "./javascript-literal.js";
import { negation } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";
import { numberTests, type Test, textTests, typeTest, valueTest } from "./predicate-values.js";
import type { SimpleMember, SimpleMembers, SimpleSchema } from "./simple-schema.js";

/** A value in the code: its variable, the way to it from the value that the function is called with, and to its schema. */
interface Value {
  readonly variable: string;
  /** Text, and variables that hold an index. */
  readonly path: readonly (string | { readonly index: string })[];
  readonly schemaPath: string;
}

/**
 * The body of a function `(data, instancePath)` that finds the faults of an object's members. It leaves them where ajv's functions
 * do: in the member `errors` of the function, whose name is given.
 */
export function writeSimple(name: string, { members, schemaPath }: SimpleMembers, scope: PredicateScope): string {
  const writer = new SimpleWriter(scope);
  const root: Value = { variable: "data", path: [], schemaPath };
  return [
    `const vErrors = [], fault = ${scope.fault("faultsAt")}(vErrors, instancePath);`,
    ...members.flatMap((member) => writer.member(member, root)),
    `return ${scope.fault("finish")}(${name}, vErrors);`,
  ].join("\n");
}

class SimpleWriter {
  readonly #scope: PredicateScope;
  #variables = 0;

  constructor(scope: PredicateScope) {
    this.#scope = scope;
  }

  member({ name, schema, schemaPath }: SimpleMember, holder: Value): string[] {
    const variable = this.#variable();
    const value: Value = {
      variable,
      path: [...holder.path, pointerOf(name)],
      schemaPath: schemaPath ?? `${holder.schemaPath}/properties/${definitionSegment(name)}`,
    };
    const lines = this.#faults(schema, value);
    if (lines.length === 0) return [];
    const read = `const ${variable} = ${this.#scope.fault("own")}(${holder.variable}, ${toJavaScript(name)});`;
    return [read, `if (${variable} !== undefined) {`, ...lines, "}"];
  }

  #faults(schema: SimpleSchema, value: Value): string[] {
    const { type } = schema;
    const values = [
      ...(schema.enum === undefined ? [] : [valueTest(schema.enum, value.variable, this.#scope, "enum")]),
      ...(schema.const === undefined ? [] : [valueTest([schema.const], value.variable, this.#scope, "const")]),
    ].flatMap((test) => this.#unless(test, value));
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
    const [index, variable] = [this.#variable(), this.#variable()];
    const item: Value = { variable, path: [...value.path, "/", { index }], schemaPath: `${value.schemaPath}/items` };
    const inner = this.#faults(items, item);
    if (inner.length === 0) return lines;
    const head = `for (let ${index} = 0; ${index} < ${length}; ${index}++) {`;
    return [...lines, head, `const ${variable} = ${value.variable}[${index}];`, ...inner, "}"];
  }

  #ofObject({ required = [], properties = {} }: SimpleSchema, value: Value): string[] {
    const names = toJavaScript(required);
    const texts = [value.variable, names, "fault", pathText(value), toJavaScript(`${value.schemaPath}/required`)];
    return [
      ...(required.length === 0 ? [] : [`${this.#scope.fault("missing")}(${texts.join(", ")});`]),
      ...Object.entries(properties).flatMap(([name, schema]) =>
        typeof schema === "boolean" ? [] : this.member({ name, schema, schemaPath: null }, value),
      ),
    ];
  }

  #unless({ keyword, test, params }: Test, value: Value): string[] {
    return [`if (${negation(test)}) ${this.#fault(keyword, params, value)}`];
  }

  #fault(keyword: string, params: string, value: Value): string {
    return `fault(${pathText(value)}, ${toJavaScript(`${value.schemaPath}/${keyword}`)}, ${params});`;
  }

  #variable(): string {
    return `w${this.#variables++}`;
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
