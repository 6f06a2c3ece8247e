import { appendPointer, splitPointer } from "../errors/pointer.js";
import { quoteName } from "../errors/quote-name.js";
import { MAX_DEPTH } from "../text/json-members.js";
/** Values that a snapshot may hold; more cannot be a token, and may be an endless proxy. */
const MAX_VALUES = 1_000_000;
/** Faults after which a snapshot gives up. */
const MAX_ISSUES = 100;
/**
 * Reads a caller's object once, into plain data that JSON can hold: what is validated is what is signed.
 * Members that are undefined count as absent. Never throws.
 */
export function takeSnapshot(value) {
    const reader = { issues: [], open: new Set(), values: 0 };
    const copy = copyValue(reader, value, "", 0);
    if (reader.issues.length > 0)
        return { issues: reader.issues };
    if (typeof copy === "object" && copy !== null && !Array.isArray(copy)) {
        // copyObject() made it, with string keys only.
        return { value: copy };
    }
    return { issues: [issueAt("", "must be an object")] };
}
function copyValue(reader, value, path, depth) {
    if (++reader.values > MAX_VALUES)
        return fail(reader, path, "has too many values");
    switch (typeof value) {
        case "string":
        case "boolean":
            return value;
        case "number":
            return Number.isFinite(value) ? value : fail(reader, path, "must be a finite number");
        case "object":
            return value === null ? null : copyContainer(reader, value, path, depth);
        case "undefined":
            return fail(reader, path, "is undefined");
        default:
            return fail(reader, path, `is a ${typeof value}, which JSON cannot hold`);
    }
}
function copyContainer(reader, value, path, depth) {
    if (depth >= MAX_DEPTH)
        return fail(reader, path, "is nested too deep");
    if (reader.open.has(value))
        return fail(reader, path, "contains itself");
    reader.open.add(value);
    try {
        return Array.isArray(value) ? copyArray(reader, value, path, depth) : copyObject(reader, value, path, depth);
    }
    catch {
        // A getter or a proxy threw.
        return fail(reader, path, "cannot be read");
    }
    finally {
        reader.open.delete(value);
    }
}
function copyArray(reader, value, path, depth) {
    if (hasToJson(value))
        return fail(reader, path, "has a toJSON method; pass the plain value");
    const copy = [];
    const { length } = value;
    for (let index = 0; index < length && !isExhausted(reader); index++) {
        const item = appendPointer(path, index);
        copy.push(Object.hasOwn(value, index)
            ? copyMember(reader, value, index, item, depth)
            : fail(reader, item, "is a hole in an array"));
    }
    return copy;
}
function copyObject(reader, value, path, depth) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && !isObjectPrototype(prototype)) {
        return fail(reader, path, value instanceof Date ? "is a Date; pass seconds since 1970 or a string" : "must be a plain object");
    }
    if (hasToJson(value))
        return fail(reader, path, "has a toJSON method; pass the plain value");
    const copy = {};
    for (const key of Reflect.ownKeys(value)) {
        if (isExhausted(reader))
            break;
        if (typeof key === "symbol") {
            fail(reader, path, "has a symbol as a name");
            continue;
        }
        if (Object.getOwnPropertyDescriptor(value, key)?.enumerable !== true)
            continue;
        const member = copyMember(reader, value, key, appendPointer(path, key), depth);
        if (member === undefined)
            continue;
        // Defined, not assigned: `__proto__` is a name like any other.
        Object.defineProperty(copy, key, { value: member, writable: true, enumerable: true, configurable: true });
    }
    return copy;
}
/** Reads one member, once. In an object, undefined stands for absent. */
function copyMember(reader, holder, key, path, depth) {
    let member;
    try {
        member = Reflect.get(holder, key);
    }
    catch {
        return fail(reader, path, "cannot be read");
    }
    if (member === undefined && !Array.isArray(holder))
        return undefined;
    return copyValue(reader, member, path, depth + 1);
}
function hasToJson(value) {
    return typeof Reflect.get(value, "toJSON") === "function";
}
/** Says whether a prototype is Object.prototype, of this realm or another. */
function isObjectPrototype(prototype) {
    if (typeof prototype !== "object" || prototype === null)
        return false;
    return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "hasOwnProperty");
}
function isExhausted(reader) {
    return reader.issues.length >= MAX_ISSUES || reader.values > MAX_VALUES;
}
function fail(reader, path, problem) {
    if (reader.issues.length < MAX_ISSUES)
        reader.issues.push(issueAt(path, problem));
    return undefined;
}
function issueAt(path, problem) {
    const [claim = "", ...inner] = splitPointer(path);
    const place = inner.length > 0 ? ` at ${quoteName(path)}` : "";
    const subject = path === "" ? "The claims object" : `Claim ${quoteName(claim)}${place}`;
    return { code: "invalid", claim, path, message: `${subject} ${problem}.` };
}
