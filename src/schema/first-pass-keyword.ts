import type { CodeKeywordDefinition, KeywordCxt } from "ajv";
import { _ } from "ajv/dist/compile/codegen/index.js";

/** The keyword's name in schemas that are compiled for a first pass. */
export const FIRST_PASS_KEYWORD = "claimsmith:first-pass";

/** Counts the objects with a prototype of their own that a first pass met. Stands for the counter that standalone code has itself. */
const FIRST_PASS_NOTE = { odd: 0 };

/**
 * A keyword without a rule of its own, for ajv. It leaves out what errors say, as nobody reads those of a first pass, and
 * notes where an object has a prototype other than `Object.prototype`: a first pass reads members without asking whose they are.
 */
export const firstPassKeyword: CodeKeywordDefinition = {
  keyword: FIRST_PASS_KEYWORD,
  schemaType: "boolean",
  before: "not",
  code({ gen, data, it }: KeywordCxt): void {
    // What ajv reads of the context from here on, also for the schemas within.
    Object.assign(it, { createErrors: false });
    const note = gen.scopeValue("obj", { ref: FIRST_PASS_NOTE });
    gen.if(_`typeof ${data} === "object" && ${data} !== null`, () => {
      const prototype = gen.const("prototype", _`Object.getPrototypeOf(${data})`);
      gen.if(_`${prototype} !== Object.prototype && ${prototype} !== null`, () => gen.code(_`${note}.odd++`));
    });
  },
};
