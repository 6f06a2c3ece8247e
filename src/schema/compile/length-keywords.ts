import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _, type Code, type Name } from "ajv/dist/compile/codegen/index.js";
import { countCodePoints } from "./count-code-points.js";

/**
 * `maxLength` for ajv, in code points as JSON Schema counts them. A text has no more code points than UTF-16 units, so that a
 * text whose units are few enough is not counted.
 */
export const maxLengthKeyword = lengthKeyword(
  "maxLength",
  (data, limit, count) => _`${data}.length > ${limit} && ${count} > ${limit}`,
);

/** `minLength` for ajv. A text has at least half as many code points as UTF-16 units. */
export const minLengthKeyword = lengthKeyword(
  "minLength",
  (data, limit, count) => _`${data}.length < ${limit} || ${data}.length < ${limit} * 2 && ${count} < ${limit}`,
);

function lengthKeyword(
  keyword: string,
  fails: (data: Name, limit: Code | number | boolean, count: Code) => Code,
): CodeKeywordDefinition {
  return {
    keyword,
    type: "string",
    schemaType: "number",
    error: { message: "", params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
    code(cxt: KeywordCxt): void {
      const { gen, data, schemaCode } = cxt;
      const count = gen.scopeValue("func", { ref: countCodePoints });
      cxt.fail(fails(data, schemaCode, _`${count}(${data})`));
    },
  };
}
