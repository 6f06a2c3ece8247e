import type { ValidatorError } from "../errors/claim-issue.js";
type Params = ValidatorError["params"];
/** The rule of `type`. */
export declare function typeRule({ type }: Params): string;
/** The rule of `enum`. */
export declare function enumRule({ allowedValues }: Params): string;
/** The rule of `const`. */
export declare function constRule({ allowedValue }: Params): string;
/** The rule of `format`. */
export declare function formatRule({ format }: Params): string;
/** The rule of `pattern`. */
export declare function patternRule({ pattern }: Params): string;
/** The rule of `minLength`. */
export declare function minLengthRule({ limit }: Params): string;
/** The rule of `maxLength`. */
export declare function maxLengthRule({ limit }: Params): string;
/** The rule of `minimum`. */
export declare function minimumRule({ limit }: Params): string;
/** The rule of `maximum`. */
export declare function maximumRule({ limit }: Params): string;
/** The rule of `exclusiveMinimum`. */
export declare function exclusiveMinimumRule({ limit }: Params): string;
/** The rule of `exclusiveMaximum`. */
export declare function exclusiveMaximumRule({ limit }: Params): string;
/** The rule of `multipleOf`. */
export declare function multipleOfRule({ multipleOf }: Params): string;
/** The rule of `minItems`. */
export declare function minItemsRule({ limit }: Params): string;
/** The rule of `maxItems`, and of `items` behind `prefixItems`. */
export declare function maxItemsRule({ limit }: Params): string;
/** The rule of `unevaluatedItems`. */
export declare function unevaluatedItemsRule(): string;
/** The rule of `uniqueItems`. */
export declare function uniqueItemsRule(): string;
/** The rule of `contains`. */
export declare function containsRule(): string;
/** The rule of `minProperties`. */
export declare function minPropertiesRule({ limit }: Params): string;
/** The rule of `maxProperties`. */
export declare function maxPropertiesRule({ limit }: Params): string;
/** The rule of `propertyNames`. */
export declare function propertyNamesRule(): string;
/** The rule of the schema `false`. */
export declare function falseSchemaRule(): string;
/** The rule of `not`. */
export declare function notRule(): string;
/** The rule of `oneOf`. */
export declare function oneOfRule(): string;
/** The rule of `anyOf`. */
export declare function anyOfRule(): string;
export {};
