import type { ValidatorError } from "./claim-issue.js";
import { quoteName } from "./quote-name.js";

/** Values of a list that a message shows. */
const SHOWN_VALUES = 5;

/** The start of a message: the claim, and the place inside it where that is deeper. */
export function wordSubject(claim: string, path: string): string {
  if (path === "") return "The claims object";
  const isInside = path.indexOf("/", 1) !== -1;
  return `Claim ${quoteName(claim)}${isInside ? ` at ${quoteName(path)}` : ""}`;
}

/** The rule of a keyword, as the rest of a sentence: from the schema's own limits, never from the value. The parameters are ajv's. */
export function wordRule({ keyword, params }: ValidatorError): string {
  const { limit, type, allowedValue, allowedValues, format, pattern, multipleOf } = params;
  switch (keyword) {
    case "type":
      return `must be ${joinWords(toList(type).map(withArticle))}`;
    case "enum":
      return `must be one of ${wordValues(toList(allowedValues))}`;
    case "const":
      return `must be ${wordValues([allowedValue])}`;
    case "format":
      return `must be in the format ${quoteName(String(format))}`;
    case "pattern":
      return `must match the pattern ${quoteName(String(pattern))}`;
    case "minLength":
      return `must have at least ${limit} characters`;
    case "maxLength":
      return `must have at most ${limit} characters`;
    case "minimum":
      return `must be at least ${limit}`;
    case "maximum":
      return `must be at most ${limit}`;
    case "exclusiveMinimum":
      return `must be more than ${limit}`;
    case "exclusiveMaximum":
      return `must be less than ${limit}`;
    case "multipleOf":
      return `must be a multiple of ${multipleOf}`;
    case "minItems":
      return `must have at least ${limit} items`;
    case "maxItems":
    case "items":
    case "additionalItems":
      return `must have at most ${limit} items`;
    case "unevaluatedItems":
      return "has an item that is not allowed";
    case "uniqueItems":
      return "must not have equal items";
    case "contains":
      return "does not have the items that it must contain";
    case "minProperties":
      return `must have at least ${limit} members`;
    case "maxProperties":
      return `must have at most ${limit} members`;
    case "propertyNames":
      return "has a member with a name that is not allowed";
    case "false schema":
      return "is not allowed";
    case "not":
      return "has a value that is excluded";
    case "oneOf":
      return "must have exactly one of the allowed forms";
    case "anyOf":
      return "must have one of the allowed forms";
    default:
      return `breaks the rule ${quoteName(keyword)} of its schema`;
  }
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function withArticle(type: unknown): string {
  const name = String(type);
  if (name === "null") return name;
  return /^[aio]/.test(name) ? `an ${name}` : `a ${name}`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function wordValues(values: readonly unknown[]): string {
  const shown = values.slice(0, SHOWN_VALUES).map(wordValue);
  const more = values.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function wordValue(value: unknown): string {
  if (typeof value === "string") return quoteName(value);
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 64 ? text : "a value that the schema fixes";
}
