import { describeAlgorithm } from "../algorithms/describe-algorithm.js";
import { refuse } from "../errors/refuse.js";
const PUBLIC_MEMBERS = ["kty", "crv", "x", "y", "n", "e"];
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "k"];
/**
 * Makes a key for a JWS algorithm.
 *
 * @throws {ClaimsError} `algorithm_not_allowed` for an algorithm that is not known here
 */
export async function makeFakeKey(alg, kid) {
    const algorithm = describeAlgorithm(alg);
    if (algorithm === null)
        throw refuse("algorithm_not_allowed");
    const exported = await crypto.subtle.exportKey("jwk", await generate(algorithm));
    const stated = { alg, kid, use: "sig" };
    const secret = pick(exported, [...PUBLIC_MEMBERS, ...PRIVATE_MEMBERS]);
    const open = algorithm.kty === "oct" ? secret : pick(exported, PUBLIC_MEMBERS);
    return { alg, kid, privateJwk: { ...secret, ...stated }, publicJwk: { ...open, ...stated } };
}
async function generate({ kty, crv, name, hash, signatureBytes }) {
    const { subtle } = crypto;
    const uses = ["sign", "verify"];
    switch (kty) {
        case "oct": {
            // A secret is as long as the hash, which is what HMAC signs with (RFC 7518 section 3.2).
            const length = Number(signatureBytes) * 8;
            return subtle.generateKey({ name, hash: hash ?? "", length }, true, uses);
        }
        case "RSA": {
            const publicExponent = new Uint8Array([1, 0, 1]);
            return privateKeyOf(await subtle.generateKey({ name, modulusLength: 2048, publicExponent, hash: hash ?? "" }, true, uses));
        }
        case "EC":
            return privateKeyOf(await subtle.generateKey({ name, namedCurve: crv ?? "" }, true, uses));
        case "OKP":
            return privateKeyOf(await subtle.generateKey({ name: "Ed25519" }, true, uses));
    }
}
/** The private key of a pair; what types call a pair differs from one version of a platform's to the next. */
function privateKeyOf(made) {
    // A key has no such member.
    return typeof made === "object" && made !== null && "privateKey" in made ? made.privateKey : made;
}
function pick(jwk, names) {
    const picked = {};
    for (const name of names) {
        const value = Reflect.get(jwk, name);
        if (typeof value === "string")
            picked[name] = value;
    }
    return picked;
}
