import type { ClaimsValidator } from "../runtime/claim-issue.js";
import { equal } from "../runtime/equal.js";
import * as faults from "../runtime/faults.js";
import * as firstPass from "../runtime/first-pass.js";
import * as formats from "../runtime/formats.js";
import { ucs2length } from "../runtime/ucs2length.js";
import type { CompiledModule } from "../schema/compile.js";

/** Validators that run, by the names that the code of a module gives them: the very code that the package will carry. */
export function runValidators({ code, exports, imports }: CompiledModule): ReadonlyMap<string, ClaimsValidator> {
  const known: Readonly<Record<string, unknown>> = { equal, ucs2length, ...formats, ...firstPass, ...faults };
  const names = [...imports.validation, ...imports.formats, ...imports.firstPass, ...imports.faults];
  // The code is the compiler's own, as ajv runs it too; nothing of a schema is in it but as data.
  const make = new Function(...names, `"use strict";\n${code}\nreturn [${exports.join(", ")}];`);
  const made: readonly ClaimsValidator[] = make(...names.map((name) => known[name]));
  return new Map(exports.map((name, at) => [name, made[at] ?? refuseAll]));
}

function refuseAll(): boolean {
  return false;
}
