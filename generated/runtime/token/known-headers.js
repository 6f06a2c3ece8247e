import { createBoundedMap } from "../text/bounded-map.js";
/** Headers that are remembered: one for each key, kind of token and issuer is common. */
const MAX_KNOWN = 64;
/** Characters; a longer header text is not worth keeping. */
const MAX_LENGTH = 512;
// Made on first use: a module without top-level work can be shaken out of a bundle.
let known;
/** The header that was recalled last: most tokens of a service have the same. */
let last;
/** A copy of what the same header text held, when it was read before; else null. Says nothing of whether it can be trusted. */
export function recallHeader(encoded) {
    if (encoded !== last?.encoded) {
        const header = known?.get(encoded);
        if (header === undefined)
            return null;
        last = { encoded, header };
    }
    return { ...last.header };
}
/** Remembers what a header text holds, if it is short and flat, so that a copy of it shares nothing. */
export function rememberHeader(encoded, header) {
    if (encoded.length > MAX_LENGTH)
        return;
    if (Object.values(header).some((value) => typeof value === "object" && value !== null))
        return;
    known ??= createBoundedMap(MAX_KNOWN);
    known.set(encoded, { ...header });
}
