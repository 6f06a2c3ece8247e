import { matcherOf } from "../containment/regular/match-pattern.js";
import { equal } from "../runtime/claims/equal.js";
import * as faults from "../runtime/claims/faults.js";
import * as firstPass from "../runtime/claims/first-pass.js";
import * as formats from "../runtime/claims/formats.js";
import { ucs2length } from "../runtime/claims/ucs2length.js";
import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import type { CompiledModule } from "../schema/compile/compile.js";
import type { ExampleValidators } from "./claims-judge.js";

/**
 * The validators `open` and `closed` of a module: the very code that the package will carry, but that no pattern of a schema takes
 * longer than the text is long. A value that could only be judged by one that does is refused.
 */
export function runValidators({ code, exports, imports }: CompiledModule): ExampleValidators {
  const doubt = { isRaised: false };
  const known: Readonly<Record<string, unknown>> = { equal, ucs2length, ...formats, ...firstPass, ...faults };
  const names = [...imports.validation, ...imports.formats, ...imports.firstPass, ...imports.faults];
  // The code is the compiler's own, as ajv runs it too; nothing of a schema is in it but as data.
  const make = new Function("RegExp", ...names, `"use strict";\n${code}\nreturn [${exports.join(", ")}];`);
  const made: readonly ClaimsValidator[] = make(linearExpressions(doubt), ...names.map((name) => known[name]));
  const named = (name: string) => refuseDoubtful(made[exports.indexOf(name)] ?? (() => false), doubt);
  return { open: named("open"), closed: named("closed") };
}

interface Doubt {
  isRaised: boolean;
}

/** What stands for `RegExp` in the code, which makes its expressions with `new` and asks them `test`. */
function linearExpressions(doubt: Doubt) {
  return function LinearExpression(pattern: string, flags: string): Pick<RegExp, "test"> {
    // Those of formats have other flags. They are ours, and known.
    if (flags !== "u") return new RegExp(pattern, flags);
    const matcher = matcherOf(pattern);
    return {
      test(text) {
        doubt.isRaised ||= matcher === null;
        return matcher?.(text) ?? false;
      },
    };
  };
}

/** A validator that says no, without a complaint, where it would say yes without knowing it. */
function refuseDoubtful(validator: ClaimsValidator, doubt: Doubt): ClaimsValidator {
  const judge: ClaimsValidator = (value) => {
    doubt.isRaised = false;
    const isValid = validator(value) && !doubt.isRaised;
    judge.errors = validator.errors ?? null;
    return isValid;
  };
  return judge;
}
