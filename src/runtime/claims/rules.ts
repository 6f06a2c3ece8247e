import type { ValidatorError } from "../errors/claim-issue.js";
import { quoteName } from "../errors/quote-name.js";

// The rule of each keyword, as the rest of a sentence: from the schema's own limits, never from the value. One function each, so that a
// bundle has those of its claim set. The parameters are ajv's.

type Params = ValidatorError["params"];

/** Values of a list that a message shows. */
const SHOWN_VALUES = 5;

/** The rule of `type`. */
export function typeRule({ type }: Params): string {
  const words = (Array.isArray(type) ? type : [type]).map(withArticle);
  return `must be ${words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`}`;
}

function withArticle(type: unknown): string {
  const name = String(type);
  if (name === "null") return name;
  return /^[aio]/.test(name) ? `an ${name}` : `a ${name}`;
}

/** The rule of `enum`. */
export function enumRule({ allowedValues }: Params): string {
  const values = Array.isArray(allowedValues) ? allowedValues : [allowedValues];
  const more = values.length - SHOWN_VALUES;
  const shown = values.slice(0, SHOWN_VALUES).map(wordValue).join(", ");
  return `must be one of ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The rule of `const`. */
export function constRule({ allowedValue }: Params): string {
  return `must be ${wordValue(allowedValue)}`;
}

function wordValue(value: unknown): string {
  if (typeof value === "string") return quoteName(value);
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 64 ? text : "a value that the schema fixes";
}

/** The rule of `format`. */
export function formatRule({ format }: Params): string {
  return `must be in the format ${quoteName(String(format))}`;
}

/** The rule of `pattern`. */
export function patternRule({ pattern }: Params): string {
  return `must match the pattern ${quoteName(String(pattern))}`;
}

/** The rule of `minLength`. */
export function minLengthRule({ limit }: Params): string {
  return `must have at least ${limit} characters`;
}

/** The rule of `maxLength`. */
export function maxLengthRule({ limit }: Params): string {
  return `must have at most ${limit} characters`;
}

/** The rule of `minimum`. */
export function minimumRule({ limit }: Params): string {
  return `must be at least ${limit}`;
}

/** The rule of `maximum`. */
export function maximumRule({ limit }: Params): string {
  return `must be at most ${limit}`;
}

/** The rule of `exclusiveMinimum`. */
export function exclusiveMinimumRule({ limit }: Params): string {
  return `must be more than ${limit}`;
}

/** The rule of `exclusiveMaximum`. */
export function exclusiveMaximumRule({ limit }: Params): string {
  return `must be less than ${limit}`;
}

/** The rule of `multipleOf`. */
export function multipleOfRule({ multipleOf }: Params): string {
  return `must be a multiple of ${multipleOf}`;
}

/** The rule of `minItems`. */
export function minItemsRule({ limit }: Params): string {
  return `must have at least ${limit} items`;
}

/** The rule of `maxItems`, and of `items` behind `prefixItems`. */
export function maxItemsRule({ limit }: Params): string {
  return `must have at most ${limit} items`;
}

/** The rule of `unevaluatedItems`. */
export function unevaluatedItemsRule(): string {
  return "has an item that is not allowed";
}

/** The rule of `uniqueItems`. */
export function uniqueItemsRule(): string {
  return "must not have equal items";
}

/** The rule of `contains`. */
export function containsRule(): string {
  return "does not have the items that it must contain";
}

/** The rule of `minProperties`. */
export function minPropertiesRule({ limit }: Params): string {
  return `must have at least ${limit} members`;
}

/** The rule of `maxProperties`. */
export function maxPropertiesRule({ limit }: Params): string {
  return `must have at most ${limit} members`;
}

/** The rule of `propertyNames`. */
export function propertyNamesRule(): string {
  return "has a member with a name that is not allowed";
}

/** The rule of the schema `false`. */
export function falseSchemaRule(): string {
  return "is not allowed";
}

/** The rule of `not`. */
export function notRule(): string {
  return "has a value that is excluded";
}

/** The rule of `oneOf`. */
export function oneOfRule(): string {
  return "must have exactly one of the allowed forms";
}

/** The rule of `anyOf`. */
export function anyOfRule(): string {
  return "must have one of the allowed forms";
}
