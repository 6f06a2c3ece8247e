import { isIssuerPattern } from "../config/issuer-pattern.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { matchIssuer } from "../runtime/policy/issuer-pattern.js";
import { checkAudience, checkIssuer, toList } from "../runtime/policy/parties.js";
import { type Finding, refusal } from "./inspection.js";
import { refusedBy } from "./refused-by.js";
import { orWords } from "./words.js";

type Claims = Readonly<Record<string, unknown>>;

/** Whether the token is of an accepted issuer and for an accepted audience, by the runtime's own checks. */
export function findPartyFaults(claims: Claims, definition: ConsumerDefinition): Finding[] {
  const { policy } = definition;
  const findings: Finding[] = [];
  if (refusedBy(() => checkIssuer(claims, definition, null)) !== null) {
    const expected = toList(policy.issuer) ?? [];
    findings.push(
      refusal("issuer_mismatch", issuerMessage(claims, expected), { claim: "iss", expected: orWords(expected) }),
    );
  }
  if (refusedBy(() => checkAudience(claims, policy, null)) !== null) {
    const message = 'Claim "aud" names no audience that is accepted here: the token is meant for somebody else.';
    const expected = orWords(toList(policy.audience) ?? []);
    findings.push(refusal("audience_mismatch", message, { claim: "aud", expected }));
  }
  return findings;
}

function issuerMessage(claims: Claims, expected: readonly string[]): string {
  const message = 'Claim "iss" is not an issuer that is accepted here.';
  const issuer = Object.hasOwn(claims, "iss") ? claims["iss"] : undefined;
  if (typeof issuer !== "string") return message;
  if (matchIssuer(expected.map(normalize), normalize(issuer)) !== null) {
    return `${message} Only case or a slash at its end differs, and both count.`;
  }
  const isBesidePlaceholders = expected.some((one) => isIssuerPattern(one) && agreesElsewhere(one, issuer));
  return isBesidePlaceholders ? `${message} ${SEGMENT_RULE}` : message;
}

const SEGMENT_RULE = "A placeholder stands for one segment of letters, digits and `-._~`, and not for dots alone.";

/** Whether an issuer differs from a pattern in nothing but what stands in the place of the placeholders. */
function agreesElsewhere(pattern: string, issuer: string): boolean {
  const [wanted, parts] = [pattern.split("/"), issuer.split("/")];
  return wanted.length === parts.length && wanted.every((part, index) => isPlaceholder(part) || part === parts[index]);
}

function isPlaceholder(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}

function normalize(issuer: string): string {
  return (issuer.endsWith("/") ? issuer.slice(0, -1) : issuer).toLowerCase();
}
