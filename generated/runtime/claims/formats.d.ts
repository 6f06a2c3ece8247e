export { isUri } from "./uri.js";
/** Says whether a text is a `full-date` of RFC 3339 section 5.6 that the calendar has. */
export declare function isDate(text: string): boolean;
/** Says whether a text is a `full-time` of RFC 3339 section 5.6, with its offset. */
export declare function isTime(text: string): boolean;
/** Says whether a text is a time of day, with or without an offset. */
export declare function isIsoTime(text: string): boolean;
/** Says whether a text is a `date-time` of RFC 3339 section 5.6. */
export declare function isDateTime(text: string): boolean;
/** Says whether a text is a date and a time, with or without an offset. */
export declare function isIsoDateTime(text: string): boolean;
/** Says whether a text is a regular expression of ECMA-262. */
export declare function isRegex(text: string): boolean;
/** Says whether a text is base64 with padding; line by line, as OpenAPI's `byte` is commonly checked. */
export declare function isByte(text: string): boolean;
/** Says whether a number is a signed integer of 32 bits. */
export declare function isInt32(value: number): boolean;
/** Says whether a number is an integer; 64 bits hold every integer that is exact in JavaScript. */
export declare function isInt64(value: number): boolean;
/** Says yes: every JSON number is read as a double, and rounded where a float would be. */
export declare function isFloat(_value: number): boolean;
/** Says yes: every JSON number is read as a double. */
export declare function isDouble(_value: number): boolean;
