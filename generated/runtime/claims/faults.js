import { appendPointer } from "../errors/pointer.js";
/** What adds faults of a value to a list. */
export function faultsAt(faults, instancePath) {
    return (path, schemaPath, params, keyword = schemaPath.slice(schemaPath.lastIndexOf("/") + 1)) => {
        faults.push({ instancePath: instancePath + path, schemaPath, keyword, params });
    };
}
/** An object's own member; undefined where it has none. */
export function own(holder, name) {
    return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}
/**
 * What reads an object's own members by name, and what adds faults of the one that was read last to a list: the paths go on from
 * that member and its schema, which is where `properties` of the object's schema has it unless another place is given.
 */
export function membersOf(holder, faults, instancePath, holderSchema) {
    const fault = faultsAt(faults, instancePath);
    let last = "";
    let schema;
    return [
        (name, schemaPath) => {
            last = name;
            schema = schemaPath;
            return own(holder, name);
        },
        (path, schemaPath, params) => {
            const member = appendPointer("", last);
            const start = schema ?? `${holderSchema}/properties/${encodeURIComponent(member.slice(1))}`;
            fault(member + path, start + schemaPath, params);
        },
    ];
}
/** Reports the members that an object has to have and has not. */
export function missing(holder, names, report, path, schemaPath) {
    for (const name of names)
        if (own(holder, name) === undefined)
            report(path, schemaPath, { missingProperty: name });
}
/** Adds faults to others. */
export function append(faults, more) {
    for (const one of more)
        faults.push(one);
}
/** Leaves a validator's faults where they are looked for; says whether there are none. */
export function finish(validate, faults) {
    validate.errors = faults.length > 0 ? faults : null;
    return faults.length === 0;
}
