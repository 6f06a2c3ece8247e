import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { equalValues } from "./equal-values.js";
import { evaluatedKeyword } from "./evaluated-keyword.js";
import { ifKeyword } from "./if-keyword.js";

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
  ajv.removeKeyword("if");
  ajv.addKeyword(ifKeyword);
  ajv.addKeyword(evaluatedKeyword);
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format);
  return ajv;
}

/** ajv compares values with a function that calls a member named `valueOf` or `toString`. Called before the code that uses it is run. */
function replaceEqual(functions: unknown[]): void {
  for (const [index, value] of functions.entries()) {
    if (typeof value === "function" && "code" in value && value.code === AJV_EQUAL) functions[index] = equalValues;
  }
}

const REPAIRS: readonly (readonly [line: RegExp, repaired: string])[] = [
  // What was evaluated is noted by name, and of an ordinary object `__proto__` is no name.
  [/^var (props\d+) = \{\};$/gm, "var $1 = Object.create(null);"],
  [/^(props\d+) = \1 \|\| \{\};$/gm, "$1 = $1 || Object.create(null);"],
  // What was evaluated may be `true` for all, which takes no members, or undefined where no branch was taken.
  [/^(props\d+)\[(key\d+)\] = true;$/gm, "if($1 !== true){ ($1 = $1 || Object.create(null))[$2] = true; }"],
  // Which properties were evaluated is kept in an object that inherits `constructor` and `toString`.
  [/^if\(!(props\d+) \|\| !\1\[(key\d+)\]\)\{$/gm, "if(!$1 || !Object.prototype.hasOwnProperty.call($1, $2)){"],
  // How many items were evaluated may be `true` for all, or undefined where no branch was taken.
  [/^if\((len\d+) > (items\d+)\)\{$/gm, "if($2 !== true && $1 > ($2 || 0)){"],
  [/^var (valid\d+) = (len\d+) <= (items\d+);$/gm, "var $1 = $3 === true || $2 <= ($3 || 0);"],
  [/^for\(let (i\d+)=(items\d+); /gm, "for(let $1=$2 || 0; "],
];

/**
 * The code of ajv with those faults of its `unevaluatedProperties` and `unevaluatedItems` mended that let undeclared names and
 * items pass. Only what begins a line, or is one, is replaced: no string of a schema can be taken for it, as none spans lines.
 */
export function hardenCode(code: string): string {
  return REPAIRS.reduce((repaired, [line, replacement]) => repaired.replace(line, replacement), code);
}
