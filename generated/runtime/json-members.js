/** Levels of nesting that a header or a claim set may have. */
export const MAX_DEPTH = 128;
/**
 * The JSON object that a text holds; null where the text is not one, nests deeper than `MAX_DEPTH`, or
 * has an object with two members of one name (RFC 7515 section 4, RFC 7519 section 4), which parsers
 * read differently. `__proto__` comes out as an own member like any other.
 */
export function parseJsonObject(text) {
    const members = countMembers(text);
    if (members === null)
        return null;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return null;
    if (countKeys(value) !== members)
        return null;
    // A JSON object holds its members as own string keys.
    return value;
}
/**
 * The members that a JSON text writes down: the colons outside strings. Null where it nests too deep,
 * which is known before any parser recurses into it.
 */
function countMembers(text) {
    let members = 0;
    let depth = 0;
    for (let index = 0; index < text.length; index++) {
        switch (text.charCodeAt(index)) {
            case 34: // "
                index = endOfString(text, index);
                break;
            case 58: // :
                members++;
                break;
            case 91: // [
            case 123: // {
                if (++depth > MAX_DEPTH)
                    return null;
                break;
            case 93: // ]
            case 125: // }
                depth--;
                break;
        }
    }
    return members;
}
/** The index of the quote that closes a string, or the text's length where none does. */
function endOfString(text, start) {
    let end = text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(text, end))
        end = text.indexOf('"', end + 1);
    return end === -1 ? text.length : end;
}
/** Says whether an odd number of backslashes stands before a character: pairs of them escape each other. */
function isEscaped(text, index) {
    let start = index;
    while (text.charCodeAt(start - 1) === 92)
        start--;
    return (index - start) % 2 === 1;
}
/** The members that a parsed value kept: of two with one name, only the last. */
function countKeys(value) {
    let count = 0;
    if (Array.isArray(value)) {
        for (const item of value)
            if (typeof item === "object" && item !== null)
                count += countKeys(item);
        return count;
    }
    const names = Object.keys(value);
    // Faster than Object.values(); JSON.parse() makes own members only, `__proto__` among them.
    for (const name of names) {
        const item = Reflect.get(value, name);
        if (typeof item === "object" && item !== null)
            count += countKeys(item);
    }
    return count + names.length;
}
