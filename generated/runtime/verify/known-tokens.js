import { createBoundedMap } from "../text/bounded-map.js";
/** Makes a memory for so many tokens: the one longest unused goes first, and each goes when it has expired. */
export function createKnownTokens(entries) {
    const tokens = createBoundedMap(entries);
    return {
        recall(hash, now) {
            const known = tokens.get(hash);
            if (known === undefined || now < known.exp)
                return known;
            tokens.delete(hash);
            return undefined;
        },
        remember(hash, token, now) {
            if (now >= token.exp)
                return;
            // Each that comes takes two away that nobody will ask for again, so that none stays much longer than it lives.
            tokens.dropOldest(2, (known) => now >= known.exp);
            tokens.set(hash, token);
        },
        forget: (hash) => tokens.delete(hash),
    };
}
