import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { type KeyFault } from "../engine/key-check.js";
import type { Jwk, KeyResult, KeyUse } from "./key-forms.js";
/** The own members of an object, each read once; null where reading fails. */
export declare function readMembers(value: object): ReadonlyMap<string, unknown> | null;
/** Says what a JWK states against its being used so: `kty`, `crv`, `use`, `key_ops`, `alg` (RFC 7517 section 4). */
export declare function checkJwk({ members: jwk }: Jwk, { alg, kty, crv }: KeyAlgorithm, use: KeyUse): KeyFault | null;
/** Checks a JWK against the algorithm and its use, and imports it; an object that still holds the same key is imported once. */
export declare function prepareJwk(jwk: Jwk, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | Promise<KeyResult>;
