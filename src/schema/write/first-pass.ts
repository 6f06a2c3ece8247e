import type { Schema } from "../json-schema.js";
import { startFunction } from "./predicate-place.js";
import { PredicateScope } from "./predicate-scope.js";
import { PredicateWriter } from "./predicate-writer.js";
import { noImports, type RuntimeImports } from "./runtime-imports.js";

/** The code of a first pass: declarations, and the name of the function that says whether a value is accepted. */
export interface FirstPass {
  readonly lines: readonly string[];
  readonly name: string;
  readonly imports: RuntimeImports;
}

/**
 * Writes the first pass of a validator, or null where none can be: one function that is true only for values that the schema accepts. It stops at the first
 * fault and words nothing. Where it is false, nothing is said: it may be for want of what makes reading fast, such as an
 * `Object.prototype` without claims.
 *
 * @param prepared - the schema that the full pass is compiled of
 * @param labels - of constants of the full pass, by the text of what they stand for
 */
export function writeFirstPass(prepared: Schema, labels: ReadonlyMap<string, string>): FirstPass | null {
  const imports = noImports();
  const scope = new PredicateScope(labels, imports);
  const definitions = typeof prepared === "boolean" ? {} : (prepared.$defs ?? {});
  const writer = new PredicateWriter(scope, definitions);
  const place = startFunction(0, false);
  const name = writer.apart(place, (at) => writer.condition(prepared, at)).replace(/\(.*/, "");
  return writer.isComplete ? { lines: scope.lines, name, imports } : null;
}
