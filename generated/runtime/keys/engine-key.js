import { engine } from "../engine/platform-engine.js";
import { modulusBits } from "./crypto-key.js";
/** A checked key, ready for use by the engine of the platform; throws where it is no key of this platform. */
export function makeReady(key, algorithm) {
    return { algorithm, signatureBytes: signatureBytes(key, algorithm), native: engine.toNative(key, algorithm) };
}
/**
 * Bytes of a signature: the hash's (RFC 2104), the modulus' (RFC 8017 sections 8.1.2 and 8.2.2), twice a coordinate's
 * (RFC 7518 section 3.4), or 64 (RFC 8032 section 5.1.6). Not all that verifies refuses one that lacks a leading zero.
 */
function signatureBytes(key, { signatureBytes }) {
    if (signatureBytes !== "modulus")
        return signatureBytes;
    return key instanceof Uint8Array ? 0 : Math.ceil(modulusBits(key) / 8);
}
