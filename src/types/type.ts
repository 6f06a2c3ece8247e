import type { JsonValue } from "../schema/json-schema.js";

/**
 * A TypeScript type, as data. Sound by construction: a `Type` made from a schema holds every JSON value
 * that the schema's validator accepts.
 */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "primitive"; readonly name: "string" | "number" | "boolean" | "null" }
  /** One JSON primitive, written as a literal type. */
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** `prefix${string}suffix`: strings that an anchored pattern fixes at their ends. */
  | { readonly kind: "template"; readonly prefix: string; readonly suffix: string }
  /** `(string & {})`: any string, beside literals that an editor should still complete. */
  | { readonly kind: "otherString" }
  | { readonly kind: "array"; readonly items: Type }
  /** The first `required` of `prefix` are always present; `rest` is null where no more may follow. */
  | { readonly kind: "tuple"; readonly prefix: readonly Type[]; readonly required: number; readonly rest: Type | null }
  | ObjectType
  /** A named type of the same module. */
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] };

export interface ObjectType {
  readonly kind: "object";
  readonly members: readonly Member[];
  /** The index signature's type, null where there is none. It holds every member's type, as TypeScript demands. */
  readonly index: Type | null;
  /** Whether no other member may be present. TypeScript cannot say it of a value that is not fresh; proofs can use it. */
  readonly closed: boolean;
  /** Undeclared members by the start of their names: `[name: \`x-${string}\`]: string`. None of the starts begins with another. */
  readonly prefixes?: readonly NamePrefix[];
}

export interface NamePrefix {
  readonly prefix: string;
  /** Holds the type of every declared member whose name starts so, as TypeScript demands. */
  readonly type: Type;
}

export interface Member {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly documentation: Documentation | null;
}

/** What a declaration's TSDoc says. Plain text from a schema, not yet escaped. */
export interface Documentation {
  readonly summary: string | null;
  readonly deprecated: boolean;
  readonly default: JsonValue | undefined;
  readonly examples: readonly JsonValue[];
}

/** A declaration: an interface where `type` is an object, else a type alias. */
export interface NamedType {
  readonly name: string;
  readonly type: Type;
  readonly documentation: Documentation | null;
}
