import { describeAlgorithm } from "../algorithms/describe-algorithm.js";
import { encodeBytes, encodeText } from "./sign-payload.js";
/**
 * A token signed by HMAC with the text of a public key (PEM) as the secret: a consumer that lets the token choose the algorithm
 * accepts it (RFC 8725 section 2.1).
 */
export async function signWithPublicKey(hmac, publicJwk, typ, payload) {
    const { subtle } = crypto;
    const kid = publicJwk.kid === undefined ? {} : { kid: publicJwk.kid };
    const signed = `${encodeText(JSON.stringify({ alg: hmac, typ, ...kid }))}.${encodeText(payload)}`;
    const secret = new TextEncoder().encode(await toPem(publicJwk));
    const algorithm = { name: "HMAC", hash: `SHA-${hmac.slice(2)}` };
    const key = await subtle.importKey("raw", secret, algorithm, false, ["sign"]);
    const signature = await subtle.sign("HMAC", key, new TextEncoder().encode(signed));
    return `${signed}.${encodeBytes(new Uint8Array(signature))}`;
}
/** A public key as its owner would have published it. */
async function toPem(publicJwk) {
    const { name, crv, hash } = describeAlgorithm(publicJwk.alg ?? "") ?? { name: "", crv: null, hash: null };
    const algorithm = { name, ...(crv === null ? {} : { namedCurve: crv }), ...(hash === null ? {} : { hash }) };
    const { alg: _alg, use: _use, kid: _kid, ...material } = publicJwk;
    const key = await crypto.subtle.importKey("jwk", material, algorithm, true, ["verify"]);
    const bytes = new Uint8Array(await crypto.subtle.exportKey("spki", key));
    const lines = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).match(/.{1,64}/g) ?? [];
    return `-----BEGIN PUBLIC KEY-----\n${lines.join("\n")}\n-----END PUBLIC KEY-----\n`;
}
