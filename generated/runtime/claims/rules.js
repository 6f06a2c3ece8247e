import { quoteName } from "../errors/quote-name.js";
/** Values of a list that a message shows. */
const SHOWN_VALUES = 5;
/** The rule of `type`. */
export function typeRule({ type }) {
    const words = (Array.isArray(type) ? type : [type]).map(withArticle);
    return `must be ${words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`}`;
}
function withArticle(type) {
    const name = String(type);
    if (name === "null")
        return name;
    return /^[aio]/.test(name) ? `an ${name}` : `a ${name}`;
}
/** The rule of `enum`. */
export function enumRule({ allowedValues }) {
    const values = Array.isArray(allowedValues) ? allowedValues : [allowedValues];
    const more = values.length - SHOWN_VALUES;
    const shown = values.slice(0, SHOWN_VALUES).map(wordValue).join(", ");
    return `must be one of ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
/** The rule of `const`. */
export function constRule({ allowedValue }) {
    return `must be ${wordValue(allowedValue)}`;
}
function wordValue(value) {
    if (typeof value === "string")
        return quoteName(value);
    const text = JSON.stringify(value) ?? "nothing";
    return text.length <= 64 ? text : "a value that the schema fixes";
}
/** The rule of `format`. */
export function formatRule({ format }) {
    return `must be in the format ${quoteName(String(format))}`;
}
/** The rule of `pattern`. */
export function patternRule({ pattern }) {
    return `must match the pattern ${quoteName(String(pattern))}`;
}
/** The rule of `minLength`. */
export function minLengthRule({ limit }) {
    return `must have at least ${limit} characters`;
}
/** The rule of `maxLength`. */
export function maxLengthRule({ limit }) {
    return `must have at most ${limit} characters`;
}
/** The rule of `minimum`. */
export function minimumRule({ limit }) {
    return `must be at least ${limit}`;
}
/** The rule of `maximum`. */
export function maximumRule({ limit }) {
    return `must be at most ${limit}`;
}
/** The rule of `exclusiveMinimum`. */
export function exclusiveMinimumRule({ limit }) {
    return `must be more than ${limit}`;
}
/** The rule of `exclusiveMaximum`. */
export function exclusiveMaximumRule({ limit }) {
    return `must be less than ${limit}`;
}
/** The rule of `multipleOf`. */
export function multipleOfRule({ multipleOf }) {
    return `must be a multiple of ${multipleOf}`;
}
/** The rule of `minItems`. */
export function minItemsRule({ limit }) {
    return `must have at least ${limit} items`;
}
/** The rule of `maxItems`, and of `items` behind `prefixItems`. */
export function maxItemsRule({ limit }) {
    return `must have at most ${limit} items`;
}
/** The rule of `unevaluatedItems`. */
export function unevaluatedItemsRule() {
    return "has an item that is not allowed";
}
/** The rule of `uniqueItems`. */
export function uniqueItemsRule() {
    return "must not have equal items";
}
/** The rule of `contains`. */
export function containsRule() {
    return "does not have the items that it must contain";
}
/** The rule of `minProperties`. */
export function minPropertiesRule({ limit }) {
    return `must have at least ${limit} members`;
}
/** The rule of `maxProperties`. */
export function maxPropertiesRule({ limit }) {
    return `must have at most ${limit} members`;
}
/** The rule of `propertyNames`. */
export function propertyNamesRule() {
    return "has a member with a name that is not allowed";
}
/** The rule of the schema `false`. */
export function falseSchemaRule() {
    return "is not allowed";
}
/** The rule of `not`. */
export function notRule() {
    return "has a value that is excluded";
}
/** The rule of `oneOf`. */
export function oneOfRule() {
    return "must have exactly one of the allowed forms";
}
/** The rule of `anyOf`. */
export function anyOfRule() {
    return "must have one of the allowed forms";
}
