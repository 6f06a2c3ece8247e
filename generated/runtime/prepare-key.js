import { isCryptoKey, isKeyObject, prepareCryptoKey, prepareKeyObject, readSecretKeyObject } from "./crypto-key.js";
import { prepareJwk, readMembers } from "./jwk.js";
import { broken } from "./key-forms.js";
import { preparePem } from "./pem.js";
import { prepareSecret } from "./secret-key.js";
/** Checks one key, in any form, against an algorithm and its use. Never throws, whatever the value. */
export async function prepareKey(key, algorithm, use) {
    try {
        if (typeof key === "string")
            return await preparePem(key, algorithm, use);
        const ready = prepareReadyKey(key, algorithm, use);
        if (ready !== null)
            return ready;
        const members = typeof key === "object" && key !== null ? readMembers(key) : null;
        // The members have been read from it, so that it is an object.
        if (members?.has("kty") === true)
            return await prepareJwk({ source: key, members }, algorithm, use);
        return broken("The key has no form that is known here.");
    }
    catch {
        // A proxy, or an object that only claims to be a key.
        return broken("The key cannot be read.");
    }
}
/** The same at once, for the keys that need no import: Web Crypto, Node, and the bytes of a secret; null for another value. */
export function prepareReadyKey(key, algorithm, use) {
    if (typeof key !== "object" || key === null)
        return null;
    try {
        if (key instanceof Uint8Array)
            return prepareSecret(key, algorithm);
        if (isCryptoKey(key))
            return prepareCryptoKey(key, algorithm, use);
        if (!isKeyObject(key))
            return null;
        const secret = readSecretKeyObject(key);
        return secret === null ? prepareKeyObject(key, algorithm, use) : prepareSecret(secret, algorithm);
    }
    catch {
        // A proxy, or an object that only claims to be a key.
        return broken("The key cannot be read.");
    }
}
/** The keys of a JWK Set (RFC 7517 section 5), each read once; null for another value, `malformed` for a broken set. */
export function readJwks(key) {
    if (typeof key !== "object" || key === null || key instanceof Uint8Array)
        return null;
    const members = readMembers(key);
    if (members === null || !members.has("keys") || members.has("kty"))
        return null;
    const keys = members.get("keys");
    if (!Array.isArray(keys))
        return "malformed";
    // What is no object is no key, and passed over like a key of an unknown type.
    return keys.flatMap((item) => {
        if (typeof item !== "object" || item === null)
            return [];
        const members = readMembers(item);
        return members === null ? [] : [{ source: item, members }];
    });
}
