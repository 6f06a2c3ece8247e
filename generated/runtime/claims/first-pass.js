import { equal } from "./equal.js";
/**
 * A validator that asks a first pass before the full one: what the first pass accepts is accepted, and all else is for the full
 * pass to say, with its complaints.
 *
 * @param first - accepts nothing that `full` refuses
 */
export function withFirstPass(first, full) {
    const validate = (value) => {
        if (first(value)) {
            validate.errors = null;
            return true;
        }
        const isValid = full(value);
        validate.errors = full.errors ?? null;
        return isValid;
    };
    return validate;
}
/** Says whether a value is an object of JSON. */
export function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Says whether a value is an object that inherits from nothing but `Object.prototype`. */
export function isPlain(value) {
    if (!isObject(value))
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
/** Says whether a test holds for all items of an array from a place on. Reads the items itself: an array's own `every` may be anything. */
export function all(items, test, start = 0) {
    for (let index = start; index < items.length; index++) {
        if (!test(items[index]))
            return false;
    }
    return true;
}
/** The number of items of an array for which a test holds. */
export function count(items, test) {
    let found = 0;
    for (let index = 0; index < items.length; index++) {
        if (test(items[index]))
            found++;
    }
    return found;
}
/** Says whether no two items of an array are equal as JSON values. */
export function isUnique(items) {
    const scalars = new Set();
    const others = [];
    for (let index = 0; index < items.length; index++) {
        const item = items[index];
        if (typeof item === "object" && item !== null) {
            if (others.some((other) => equal(item, other)))
                return false;
            others.push(item);
            // NaN is not equal to itself.
        }
        else if (scalars.has(item) && !Number.isNaN(item))
            return false;
        else
            scalars.add(item);
    }
    return true;
}
