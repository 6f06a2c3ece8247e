import { fullFormats } from "ajv-formats/dist/formats.js";
import { toJavaScript } from "./javascript-literal.js";

/** The formats that take more than a regular expression, and their predicates in the runtime. */
const FORMAT_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["date", "isDate"],
  ["time", "isTime"],
  ["date-time", "isDateTime"],
  ["iso-time", "isIsoTime"],
  ["iso-date-time", "isIsoDateTime"],
  ["uri", "isUri"],
  ["regex", "isRegex"],
  ["byte", "isByte"],
  ["int32", "isInt32"],
  ["int64", "isInt64"],
  ["float", "isFloat"],
  ["double", "isDouble"],
]);

/** How a format is checked: of which type the values are that it is about, and by what. */
export interface FormatCheck {
  readonly type: "string" | "number";
  readonly by: RegExp | { readonly predicate: string };
}

/** The check of a format; null where it accepts everything, as `password` does, or where nothing is known of it. */
export function formatCheck(name: string): FormatCheck | null {
  const predicate = formatPredicate(name);
  const format: unknown = Object.hasOwn(fullFormats, name) ? Reflect.get(fullFormats, name) : undefined;
  if (format instanceof RegExp) return { type: "string", by: format };
  if (predicate === undefined) return null;
  const isNumeric = typeof format === "object" && format !== null && "type" in format && format.type === "number";
  return { type: isNumeric ? "number" : "string", by: { predicate } };
}

/** The runtime's predicate for a format; undefined where a regular expression does. */
export function formatPredicate(name: string): string | undefined {
  return FORMAT_FUNCTIONS.get(name);
}

/** A regular expression as a call: a literal would have to hold lone surrogates and line separators as they are. */
export function regularExpression({ source, flags }: Pick<RegExp, "source" | "flags">): string {
  return `new RegExp(${toJavaScript(source)}, ${JSON.stringify(flags)})`;
}
