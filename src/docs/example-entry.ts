import type { Algorithm } from "../config/config.js";
import type { Token } from "../model/model.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import type { ExampleEntry } from "./catalogue.js";

/** Bytes of a signature (RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1); RSA keys have 2048 bits. */
const SIGNATURE_BYTES: Readonly<Record<Algorithm, number>> = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  RS256: 256,
  RS384: 256,
  RS512: 256,
  PS256: 256,
  PS384: 256,
  PS512: 256,
  ES256: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
  Ed25519: 64,
};

/** What stands in a signature's place, in the characters of base64url; whoever looks at the token reads it. */
const NO_SIGNATURE = "not_a_signature-this_token_is_an_example_and_no_key_verifies_it-";

/**
 * A token as an example: its header, its claims, and its compact form with a signature of the right length that no key
 * has made. It is the same at every call, and nobody can take it for a good one.
 */
export function exampleEntry({ policy }: Token, claims: JsonObject): ExampleEntry {
  const alg = policy.algorithms[0] ?? "ES256";
  const header = { alg, typ: policy.type, kid: "example-key" };
  const token = [encode(header), encode(claims), fakeSignature(alg)].join(".");
  return { header, claims, token };
}

/** The text of a signature of the length that the algorithm's have, in canonical base64url (RFC 7515 section 2). */
export function fakeSignature(algorithm: Algorithm): string {
  const bytes = SIGNATURE_BYTES[algorithm];
  const length = Math.ceil((bytes * 4) / 3);
  const text = NO_SIGNATURE.repeat(Math.ceil(length / NO_SIGNATURE.length)).slice(0, length);
  // The bits of the last character that no byte uses have to be zero.
  return bytes % 3 === 0 ? text : `${text.slice(0, -1)}A`;
}

function encode(value: JsonValue): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
