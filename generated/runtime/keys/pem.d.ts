import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import type { KeyResult, KeyUse } from "./key-forms.js";
/** Reads a key from PEM text (RFC 7468): SPKI, PKCS #8, or for verifying an X.509 certificate; a public key once for each text. */
export declare function preparePem(text: string, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | Promise<KeyResult>;
