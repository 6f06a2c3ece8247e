import { splitPointer } from "../errors/pointer.js";
import { refuse } from "../errors/refuse.js";
/** A claim set's validator and JSON Schema in the form that other libraries know. */
export function standardSchema(validate, jsonSchema) {
    const convert = (options) => {
        if (options?.target !== "draft-2020-12") {
            throw refuse("invalid_option", "The JSON Schema is offered for the target draft-2020-12 only.");
        }
        // A copy: the caller may change what it gets.
        return structuredClone(jsonSchema);
    };
    return {
        "~standard": {
            version: 1,
            vendor: "claimsmith",
            validate: (value) => {
                const result = validate(value);
                return "issues" in result
                    ? { issues: result.issues.map((issue) => toStandardIssue(issue, value)) }
                    : { value: result.value };
            },
            jsonSchema: { input: convert, output: convert },
        },
        jsonSchema,
    };
}
function toStandardIssue({ message, path }, value) {
    const keys = [];
    let current = value;
    for (const segment of splitPointer(path)) {
        // A pointer does not tell an index from a name; the value does.
        keys.push(Array.isArray(current) ? Number(segment) : segment);
        current = readOwn(current, segment);
    }
    return { message, path: keys };
}
function readOwn(holder, key) {
    try {
        return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
            ? Reflect.get(holder, key)
            : undefined;
    }
    catch {
        return undefined;
    }
}
