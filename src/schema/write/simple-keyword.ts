import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _, Name, strConcat } from "ajv/dist/compile/codegen/index.js";
import type { SimpleMembers } from "./simple-schema.js";

/** Variables of each function that ajv writes. */
const vErrors = new Name("vErrors");
const errors = new Name("errors");
const instancePath = new Name("instancePath");

/** The keyword's name in schemas that are given to ajv. */
export const SIMPLE_KEYWORD = "claimsmith:simple";

/**
 * A keyword for ajv in the place of `properties`: groups of members whose faults functions of ours find. ajv only writes the calls, in
 * the way in which it calls the functions of definitions; what is called is written with the standalone code.
 */
export const simpleKeyword: CodeKeywordDefinition = {
  keyword: SIMPLE_KEYWORD,
  type: "object",
  schemaType: "array",
  before: "properties",
  code({ gen, data, it, schema }: KeywordCxt): void {
    for (const members of schema as readonly SimpleMembers["members"][]) {
      const group: SimpleMembers = { members, schemaPath: `${it.errSchemaPath}` };
      const call = gen.scopeValue("keyword", { ref: group });
      gen.if(_`!${call}(${data}, {instancePath: ${strConcat(instancePath, it.errorPath)}})`, () => {
        gen.assign(vErrors, _`${vErrors} === null ? ${call}.errors : ${vErrors}.concat(${call}.errors)`);
        gen.assign(errors, _`${vErrors}.length`);
      });
    }
  },
};
