import { equal } from "../../src/runtime/claims/equal.js";
import * as faults from "../../src/runtime/claims/faults.js";
import * as firstPass from "../../src/runtime/claims/first-pass.js";
import * as formats from "../../src/runtime/claims/formats.js";
import { ucs2length } from "../../src/runtime/claims/ucs2length.js";
import { isUri } from "../../src/runtime/claims/uri.js";
import type { CompiledModule, SchemaValidator } from "../../src/schema/compile/compile.js";

/** The validators of standalone code by name, run as a module would be, with the functions of the runtime handed in. */
export function runValidators(compiled: CompiledModule): Readonly<Record<string, SchemaValidator>> {
  const runtime: Record<string, unknown> = { ...formats, ...firstPass, ...faults, isUri, equal, ucs2length };
  const needed = [
    ...compiled.imports.validation,
    ...compiled.imports.formats,
    ...compiled.imports.firstPass,
    ...compiled.imports.faults,
  ];
  const body = `"use strict";${compiled.code}return { ${compiled.exports.join(", ")} };`;
  return new Function(...needed, body)(...needed.map((name) => runtime[name]));
}
