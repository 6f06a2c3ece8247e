import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_RULES } from "../../../../src/runtime/claims/all-rules.js";
import { explainErrors } from "../../../../src/runtime/claims/explain-errors.js";
import type { ValidatorError } from "../../../../src/runtime/errors/claim-issue.js";

/** A fault at a place: of the value there, or that the value should not be there. */
interface Fault {
  readonly path: string;
  readonly isUnevaluated: boolean;
}

const DECLARED = ["one", "twelve"];
/** All names are there, so that none is taken for another. */
const PRESENT = { one: 0, twelve: 0, xyzzy: 0 };
const TABLE = { names: DECLARED, namespaces: [], aliases: {}, rules: ALL_RULES };

const fault: fc.Arbitrary<Fault> = fc
  .tuple(fc.array(fc.constantFrom(...DECLARED, "xyzzy"), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([names, isUnevaluated]) => ({ path: `/${names.join("/")}`, isUnevaluated }));

const holderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

function toError({ path, isUnevaluated }: Fault): ValidatorError {
  return isUnevaluated
    ? {
        keyword: "unevaluatedProperties",
        instancePath: holderOf(path),
        schemaPath: "#/unevaluatedProperties",
        params: { unevaluatedProperty: path.slice(path.lastIndexOf("/") + 1) },
      }
    : { keyword: "type", instancePath: path, schemaPath: "#/type", params: { type: "string" } };
}

/** Whether a member only seems undeclared: something else is wrong with its holder, or in it. */
function isConsequence(one: Fault, faults: readonly Fault[]): boolean {
  const holder = holderOf(one.path);
  const isKnownUndeclared = holder === "" && !DECLARED.includes(one.path.slice(1));
  if (!one.isUnevaluated || isKnownUndeclared) return false;
  return faults.some(
    ({ path, isUnevaluated }) => `${path}/`.startsWith(`${holder}/`) && !(isUnevaluated && holderOf(path) === holder),
  );
}

describe("explainErrors", () => {
  it("leaves out what is undeclared only because something else is wrong, and nothing else", () => {
    const faults = fc.uniqueArray(fault, {
      maxLength: 12,
      selector: ({ path, isUnevaluated }) => `${path} ${isUnevaluated}`,
    });
    fc.assert(
      fc.property(faults, (drawn) => {
        const issues = explainErrors(drawn.map(toError), PRESENT, TABLE);
        const want = drawn.filter((one) => !isConsequence(one, drawn));
        expect(issues.map(({ path, code }) => ({ path, isUnevaluated: code === "unknown" }))).toEqual(want);
      }),
      { numRuns: 500 },
    );
  });

  it("takes as long as there are faults, also where they are many and deep", () => {
    const deep = "/one".repeat(200);
    const many = Array.from({ length: 2_000 }, (_, at) => ({ path: `${deep}/${at}`, isUnevaluated: true }));
    expect(explainErrors(many.map(toError), {}, TABLE)).toHaveLength(2_000);
    const broken = [...many, { path: `${deep}/0/twelve`, isUnevaluated: false }];
    expect(explainErrors(broken.map(toError), {}, TABLE)).toHaveLength(1);
  });
});
