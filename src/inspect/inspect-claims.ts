import { findContentFaults } from "./content-findings.js";
import type { InspectSurroundings } from "./inspect-text.js";
import { type Finding, type Inspection, refusal } from "./inspection.js";
import { isCheckable } from "./kind.js";
import { readJson } from "./read-part.js";
import { MAX_TEXT_LENGTH } from "./read-token.js";
import { recognizeToken } from "./recognize-token.js";
import { orWords } from "./words.js";

type Members = Readonly<Record<string, unknown>>;

/** What claims are held against. */
export type ClaimsSurroundings = Pick<InspectSurroundings, "kinds" | "token" | "now" | "plain">;

/** Any of them makes a JSON object claims (RFC 7519 section 4.1). */
const SIGNS: readonly string[] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/** Members of what is no claims, whatever else is in it: signed and encrypted messages, keys, headers and answers of servers. */
const OTHERS: readonly string[] = ["signatures", "ciphertext", "access_token", "id_token", "keys", "kty"];

/**
 * Everything that is wrong with claims that no token is around: pasted as JSON. The same as of a token that holds them, but for
 * header and signature, which they have not. Null where the text is not meant as claims.
 */
export function inspectClaims(text: string, surroundings: ClaimsSurroundings): Inspection | null {
  const json = text.trim().replace(/[,;]$/, "");
  if (!json.startsWith("{") || json.length > MAX_TEXT_LENGTH) return null;
  const { value: claims, fault } = readJson(json, "text");
  if (claims === null) return unreadable(fault ?? "The text is not JSON.");
  if (!areClaims(claims, surroundings)) return null;
  const { kinds, token, now } = surroundings;
  // As long as they are in a token, without the blanks between them.
  const compact = JSON.stringify(claims);
  const read = { form: "signed", text: compact, header: null, claims, findings: [] } as const;
  const kind = kinds?.find(({ key }) => key === token) ?? recognizeToken(kinds ?? [], read);
  const definition = kind?.definition ?? surroundings.plain(null);
  const findings = [
    ...(fault === null ? [] : [refusal("malformed_token", fault)]),
    ...(kind === null ? [unknownKind(kinds ?? [])] : []),
    ...findContentFaults(compact, claims, definition, now),
    ...sizeFindings(compact, definition.policy.maxTokenBytes),
  ];
  return {
    token: kind?.key ?? null,
    acceptable: !findings.some(({ refuses }) => refuses),
    verified: false,
    findings: [...findings.filter(({ refuses }) => refuses), ...findings.filter(({ refuses }) => !refuses)],
    header: null,
    claims,
    description: "claims without a token",
    notes: isCheckable(compact, definition) ? [] : ["They are so long that they were not held against the claim set."],
    size: null,
  };
}

/** By a claim that standards know, else by one of a kind's own; of a kind that was named, anything that is not known otherwise. */
function areClaims(members: Members, { kinds, token }: ClaimsSurroundings): boolean {
  const has = (name: string): boolean => Object.hasOwn(members, name);
  if (OTHERS.some(has)) return false;
  if (SIGNS.some(has)) return true;
  if (has("alg")) return false;
  return token !== null || kinds?.some(({ definition }) => definition.claimNames.names.some(has)) === true;
}

function unreadable(fault: string): Inspection {
  const message = `This is no JSON Web Token; it begins like claims in JSON. ${fault}`;
  return {
    token: null,
    acceptable: false,
    verified: false,
    findings: [refusal("malformed_token", message)],
    header: null,
    claims: null,
    description: null,
    notes: [],
    size: null,
  };
}

function unknownKind(kinds: readonly { readonly key: string }[]): Finding {
  const message =
    "The claims are of no kind of token that is described here. If they are meant for one of them, choose it above.";
  return refusal("type_mismatch", message, { expected: orWords(kinds.map(({ key }) => key)) });
}

/** Three bytes of JSON are four of a token. */
function sizeFindings(json: string, most: number): Finding[] {
  const bytes = Math.ceil((new TextEncoder().encode(json).length * 4) / 3);
  if (bytes <= most) return [];
  const message = `The claims alone take ${bytes} bytes of a token, and the policy allows ${most} for all of it.`;
  return [refusal("token_too_large", message, { expected: `at most ${most} bytes` })];
}
