/** A copy of plain data with other parts in place of its own. */
export function applyOverrides(base, overrides) {
    if (!isRecord(overrides))
        return overrides === undefined ? copy(base) : copy(overrides);
    const result = isRecord(base) ? copyRecord(base) : {};
    for (const [name, value] of Object.entries(overrides)) {
        if (value === undefined)
            Reflect.deleteProperty(result, name);
        else
            define(result, name, applyOverrides(ownMember(result, name), value));
    }
    return result;
}
/** Puts a member into an object, whatever its name. */
export function define(object, name, value) {
    // Defined, not assigned: `__proto__` is a name like any other.
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
function copy(value) {
    if (Array.isArray(value))
        return value.map(copy);
    return isRecord(value) ? copyRecord(value) : value;
}
function copyRecord(value) {
    const result = {};
    for (const [name, member] of Object.entries(value))
        if (member !== undefined)
            define(result, name, copy(member));
    return result;
}
function ownMember(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
