import { engine } from "../engine/platform-engine.js";
/**
 * The key of a mark: its kind and a hash. So it is short whatever a token holds, nothing in a token can stand for another key,
 * and whoever reads the keys does not read whom they are about.
 */
export function markKey(kind, issuer, id) {
    const hash = engine.hash(JSON.stringify([issuer, id]));
    return typeof hash === "string" ? `${kind}:${hash}` : hash.then((text) => `${kind}:${text}`);
}
