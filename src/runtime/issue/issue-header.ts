import { takeSnapshot } from "../claims/snapshot.js";
import type { SignedHeader } from "../engine/crypto-engine.js";
import { quoteName } from "../errors/quote-name.js";
import { refuse } from "../errors/refuse.js";
import { isSameMediaType } from "../text/media-type.js";

/** Members that would bring a key or an extension along, which no verifier may follow (RFC 8725 section 3.10). */
const FORBIDDEN = ["crit", "b64", "jwk", "jku", "x5u", "x5c"];

/**
 * The header of a token: what the policy and the key say, and the caller's further members after it.
 *
 * @throws {ClaimsError} `invalid_option`, `algorithm_not_allowed`, `type_mismatch`
 */
export function buildHeader(
  extra: unknown,
  own: { readonly alg: string; readonly typ: string; readonly kid: string | null },
): SignedHeader {
  const { kid, ...rest } = own;
  const header: SignedHeader = kid === null ? rest : { ...rest, kid };
  if (extra === undefined) return header;
  const snapshot = takeSnapshot(extra);
  if ("issues" in snapshot) throw refuse("invalid_option", "Option `header` must be a plain object of JSON values.");
  for (const [name, value] of Object.entries(snapshot.value)) {
    if (name === "alg")
      throw refuse("algorithm_not_allowed", "Option `header` cannot set the algorithm; use option `algorithm`.");
    if (FORBIDDEN.includes(name))
      throw refuse("invalid_option", `Option \`header\` cannot set member ${quoteName(name)}.`);
    if (name === "typ") {
      if (typeof value !== "string" || !isSameMediaType(value, own.typ)) {
        throw refuse("type_mismatch", "Option `header` cannot change `typ`, which the policy fixes.");
      }
    } else if (name === "kid") {
      if (value !== kid) throw refuse("invalid_option", "Option `header` cannot set the key's id; use option `keyId`.");
    } else {
      Object.defineProperty(header, name, { value, writable: true, enumerable: true, configurable: true });
    }
  }
  return header;
}
