import { AMBIGUOUS_NAMES } from "../facts/ambiguous-names.js";
import type { Claim, Token } from "../model/model.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { registeredName } from "./registered-name.js";
import { isOwnToken, writtenClaim } from "./token-facts.js";

/** A standard claim that a private one is, by its name. */
export interface LookAlike {
  /** The standard claim's name. */
  readonly standard: string;
  /** The names differ in case and separators only. */
  readonly sameLetters: boolean;
  /** The claim set declares both. */
  readonly declaresBoth: boolean;
}

/**
 * The standard claim that a private one is taken for; null where its name is its own. A third party names its claims as it
 * likes, many systems use some names for other things, and a name beside the standard one is there on purpose.
 */
export function lookAlikeOf(claim: Claim, token: Token, vocabulary: Vocabulary): LookAlike | null {
  if (claim.category !== "private" || claim.namespaced) return null;
  const found = registeredName(claim.name, vocabulary);
  if (found === null) return null;
  const { name: standard, sameLetters } = found;
  const declaresBoth = writtenClaim(token, standard) !== undefined;
  if (!sameLetters && (AMBIGUOUS_NAMES.has(claim.name) || declaresBoth || !isOwnToken(token))) return null;
  return { standard, sameLetters, declaresBoth };
}

/**
 * Says whether a name cannot collide although it is no URI: it begins or ends with a domain name, as `kubernetes.io` and
 * `com.acme.role` do (RFC 7519 section 2, "Collision-Resistant Name"), or it is a UUID or an OID.
 */
export function isCollisionResistant(name: string): boolean {
  if (/^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-2](?:\.\d+){3,})$/iu.test(name)) return true;
  const [domain = ""] = name.split(/[/:]/u, 1);
  const labels = domain.split(".");
  if (!labels.every((label) => /^[a-z0-9](?:[\w-]*[a-z0-9])?$/iu.test(label))) return false;
  return labels.length > 2 || (labels.length === 2 && (domain !== name || labels.some((label) => DOMAINS.has(label))));
}

/** Top-level domains by which a name of two parts is known for a domain name. */
const DOMAINS: ReadonlySet<string> = new Set("com org net io example eu de fr uk gov edu".split(" "));
