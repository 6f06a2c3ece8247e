import type { ClaimCategory } from "./model.js";
import { REGISTERED_CLAIMS } from "./standard-claims.js";

/** Whose name a claim has. */
export interface Classification {
  readonly category: ClaimCategory;
  readonly namespaced: boolean;
}

/**
 * Tells whose name a claim has: one of the seven of RFC 7519 section 4.1, one of the IANA registry or a
 * collision-resistant URI (section 4.2), or a private one (section 4.3), perhaps in one of the organization's namespaces.
 *
 * @param publicNames - the names in the IANA "JSON Web Token Claims" registry
 */
export function classifyClaim(
  name: string,
  namespaces: readonly string[],
  publicNames: { has(name: string): boolean },
): Classification {
  if (REGISTERED_CLAIMS.has(name)) return { category: "registered", namespaced: false };
  if (namespaces.some((namespace) => name.startsWith(namespace))) return { category: "private", namespaced: true };
  const untagged = name.split("#", 1)[0] ?? name; // family_name#ja-Kana-JP is family_name: OpenID Connect Core section 5.2.
  const isPublic = publicNames.has(name) || publicNames.has(untagged) || isUri(name);
  return { category: isPublic ? "public" : "private", namespaced: false };
}

/** An absolute URI with something behind the scheme, which makes a name collision-resistant (RFC 7519 section 2). */
function isUri(name: string): boolean {
  return /^(?:https?:\/\/[^/\s]|urn:[^:\s]+:\S|tag:\S)/i.test(name);
}
