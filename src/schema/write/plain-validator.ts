import type { Schema, SchemaObject } from "../json-schema.js";
import { toJavaScript } from "./javascript-literal.js";
import { negation } from "./predicate-place.js";
import { PredicateScope } from "./predicate-scope.js";
import { valueTest } from "./predicate-values.js";
import type { RuntimeImports } from "./runtime-imports.js";
import { SIMPLE_KEYWORD } from "./simple-keyword.js";
import type { SimpleMembers } from "./simple-schema.js";
import { writeSimple } from "./simple-writer.js";
import type { ValidatorLines } from "./validator-lines.js";

/** The keywords of a plain schema. What is in `$defs` counts only where it is referred to. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "$defs",
  "type",
  "required",
  "properties",
  "additionalProperties",
  "allOf",
  SIMPLE_KEYWORD,
]);

const NAME = "validate0";

/**
 * The full pass of a plain schema: one for an object of which every member is simple, and `allOf` of such. Null for any other, which
 * is left to ajv. ajv would write no other code for it but a longer test of names, and take most of a generation for that.
 *
 * @param split - a prepared schema whose simple members have been taken out
 * @param imports - what the code needs is added here
 */
export function writePlainValidator(split: Schema, imports: RuntimeImports): ValidatorLines | null {
  if (typeof split === "boolean" || !isPlain(split)) return null;
  const scope = new PredicateScope(new Map(), imports);
  const body = new PlainWriter(scope).faults(split, "#");
  const lines = [
    `const vErrors = [], fault = ${scope.fault("faultsAt")}(vErrors, instancePath);`,
    ...body,
    `return ${scope.fault("finish")}(${NAME}, vErrors);`,
  ];
  const code = `function ${NAME}(data, instancePath = "") {\n${lines.join("\n")}\n}`;
  return { lines: [...scope.lines, code], name: NAME, labels: scope.labels };
}

function isPlain(schema: Schema): schema is SchemaObject {
  if (typeof schema === "boolean") return false;
  const { type = "object", properties = {}, additionalProperties = true, allOf = [] } = schema;
  return (
    type === "object" &&
    Object.keys(schema).every((keyword) => KEYWORDS.has(keyword)) &&
    Object.values(properties).every((member) => member === true) &&
    typeof additionalProperties === "boolean" &&
    allOf.every(isPlain)
  );
}

class PlainWriter {
  readonly #scope: PredicateScope;
  #functions = 0;

  constructor(scope: PredicateScope) {
    this.#scope = scope;
  }

  /** What finds the faults of `data`, in ajv's order. */
  faults(schema: SchemaObject, schemaPath: string): readonly string[] {
    const all = (schema.allOf ?? []).flatMap((one, index) =>
      typeof one === "boolean" ? [] : this.faults(one, `${schemaPath}/allOf/${index}`),
    );
    const lines = [
      ...this.#missing(schema, schemaPath),
      ...this.#undeclared(schema, schemaPath),
      ...this.#members(schema, schemaPath),
    ];
    const isTyped = schema.type !== undefined;
    if (lines.length === 0 && !isTyped) return all;
    const otherwise = ["else {", `fault("", ${toJavaScript(`${schemaPath}/type`)}, {type: "object"});`, "}"];
    const test = 'data && typeof data == "object" && !Array.isArray(data)';
    return [...all, `if(${test}){`, ...lines, "}", ...(isTyped ? otherwise : [])];
  }

  #missing({ required = [] }: SchemaObject, schemaPath: string): readonly string[] {
    if (required.length === 0) return [];
    const names = required.map((name) => toJavaScript(name)).join(", ");
    const path = toJavaScript(`${schemaPath}/required`);
    return [`${this.#scope.fault("missing")}(data, [${names}], fault, "", ${path});`];
  }

  #undeclared({ additionalProperties, properties = {} }: SchemaObject, schemaPath: string): readonly string[] {
    if (additionalProperties !== false) return [];
    const { test } = valueTest(Object.keys(properties), "key0", this.#scope);
    return [
      "for(const key0 of Object.keys(data)){",
      `if(${negation(test)}){`,
      `fault("", ${toJavaScript(`${schemaPath}/additionalProperties`)}, {additionalProperty: key0});`,
      "}",
      "}",
    ];
  }

  #members(schema: SchemaObject, schemaPath: string): readonly string[] {
    // The keyword is written by splitProperties alone, with groups of members.
    const groups = (schema[SIMPLE_KEYWORD] ?? []) as readonly SimpleMembers["members"][];
    return groups.flatMap((members) => {
      const name = `keyword${this.#functions++}`;
      const body = writeSimple(name, { members, schemaPath }, this.#scope);
      this.#scope.lines.push(`function ${name}(data, instancePath) {\n${body}\n}`);
      return [`if(!${name}(data, instancePath)){`, `${this.#scope.fault("append")}(vErrors, ${name}.errors);`, "}"];
    });
  }
}
