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
