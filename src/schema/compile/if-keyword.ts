import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _, type Name, not } from "ajv/dist/compile/codegen/index.js";

/**
 * `if`, `then` and `else` for ajv, so that what `if` evaluated counts only where `if` holds, and also where neither `then`
 * nor `else` stands beside it (2020-12 core sections 10.2.2.1 and 11.3). ajv's own counts it always, or never.
 */
export const ifKeyword: CodeKeywordDefinition = {
  keyword: "if",
  schemaType: ["object", "boolean"],
  trackErrors: true,
  error: { message: "", params: ({ params }) => _`{failingKeyword: ${params["branch"]}}` },
  code(cxt: KeywordCxt): void {
    const { gen, parentSchema, it } = cxt;
    const hasThen = parentSchema["then"] !== undefined;
    const hasElse = parentSchema["else"] !== undefined;
    if (!hasThen && !hasElse && !it.opts.unevaluated) return;

    const valid = gen.let("valid", true);
    const branch = gen.let("branch");
    cxt.setParams({ branch });
    const condition = gen.name("_valid");
    const evaluated = cxt.subschema(
      { keyword: "if", compositeRule: true, createErrors: false, allErrors: false },
      condition,
    );
    cxt.mergeValidEvaluated(evaluated, condition);
    cxt.reset();
    if (hasThen) gen.if(condition, () => applyBranch(cxt, "then", valid, branch));
    if (hasElse) gen.if(not(condition), () => applyBranch(cxt, "else", valid, branch));
    cxt.pass(valid, () => cxt.error(true));
  },
};

function applyBranch(cxt: KeywordCxt, keyword: "then" | "else", valid: Name, branch: Name): void {
  const result = cxt.gen.name("_valid");
  const evaluated = cxt.subschema({ keyword }, result);
  cxt.gen.assign(valid, result);
  cxt.mergeValidEvaluated(evaluated, valid);
  cxt.gen.assign(branch, _`${keyword}`);
}
