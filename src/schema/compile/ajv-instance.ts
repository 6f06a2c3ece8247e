import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { hardenCode } from "../compact/harden-code.js";
import { evaluatedKeyword } from "../evaluated-keyword.js";
import { simpleKeyword } from "../write/simple-keyword.js";
import { equalValues } from "./equal-values.js";
import { ifKeyword } from "./if-keyword.js";
import { maxLengthKeyword, minLengthKeyword } from "./length-keywords.js";
import { partsKeyword } from "./parts-keyword.js";

/** The `code` that ajv's deep comparison carries, by which its uses are known. */
export const AJV_EQUAL = 'require("ajv/dist/runtime/equal").default';

/**
 * An ajv with the options that validators are compiled with. One for each schema: what it names in the code that it writes
 * then depends on that schema alone.
 */
export function createAjv(): Ajv2020 {
  const repair = (code: string): string => {
    replaceEqual(ajv.scope.get()["func"] ?? []);
    return hardenCode(code);
  };
  const ajv = new Ajv2020({
    // ajv's optimizer takes a quarter of a whole generation, and the code is no faster for it (`npm run bench`).
    code: { source: true, esm: true, lines: true, optimize: false, process: repair },
    allErrors: true,
    // `required` is not met by what Object.prototype has.
    ownProperties: true,
    messages: false,
    strict: false,
    strictNumbers: true,
    unicodeRegExp: true,
    // Checked against its draft when it was bundled.
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    // A definition of more keywords is a function of its own, which its users share.
    inlineRefs: 24,
    logger: false,
  });
  for (const keyword of [ifKeyword, maxLengthKeyword, minLengthKeyword]) {
    ajv.removeKeyword(String(keyword.keyword));
    ajv.addKeyword(keyword);
  }
  ajv.addKeyword(evaluatedKeyword);
  ajv.addKeyword(partsKeyword);
  ajv.addKeyword(simpleKeyword);
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format);
  return ajv;
}

/** ajv compares values with a function that calls a member named `valueOf` or `toString`. Called before the code that uses it is run. */
function replaceEqual(functions: unknown[]): void {
  for (const [index, value] of functions.entries()) {
    if (typeof value === "function" && "code" in value && value.code === AJV_EQUAL) functions[index] = equalValues;
  }
}
