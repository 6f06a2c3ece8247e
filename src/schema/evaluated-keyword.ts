import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _ } from "ajv/dist/compile/codegen/index.js";

/** The keyword's name in prepared schemas. */
export const EVALUATED_KEYWORD = "claimsmith:evaluated";

/**
 * A keyword without a rule of its own, for ajv: it begins the note of what was evaluated before `anyOf`, `oneOf`, `if` and
 * `dependentSchemas` add to it. Without a note to add to, ajv takes over that of the first case, whether it holds or not.
 */
export const evaluatedKeyword: CodeKeywordDefinition = {
  keyword: EVALUATED_KEYWORD,
  schemaType: "boolean",
  before: "not",
  code({ gen, it }: KeywordCxt): void {
    it.props ??= gen.var("props", _`{}`);
    it.items ??= gen.var("items", 0);
  },
};
