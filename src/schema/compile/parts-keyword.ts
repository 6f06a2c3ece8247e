import type { CodeKeywordDefinition, KeywordCxt } from "ajv";

/** The keyword's name in schemas that are given to ajv. */
export const PARTS_KEYWORD = "claimsmith:parts";

/**
 * `allOf` of schemas for the members of an object, for ajv: it stands in the place of `properties`, so that faults keep their order,
 * and adds nothing to what is evaluated.
 */
export const partsKeyword: CodeKeywordDefinition = {
  keyword: PARTS_KEYWORD,
  type: "object",
  schemaType: "array",
  before: "properties",
  code(cxt: KeywordCxt): void {
    const valid = cxt.gen.name("valid");
    for (const index of cxt.schema.keys()) cxt.subschema({ keyword: PARTS_KEYWORD, schemaProp: index }, valid);
  },
};
