import type { ConsumerDefinition } from "../runtime/definition.js";
import { checkAudience, checkIssuer, toList } from "../runtime/parties.js";
import { type Finding, refusal } from "./inspection.js";
import { refusedBy } from "./refused-by.js";
import { orWords } from "./words.js";

type Claims = Readonly<Record<string, unknown>>;

/** Whether the token is of an accepted issuer and for an accepted audience, by the runtime's own checks. */
export function findPartyFaults(claims: Claims, { policy }: ConsumerDefinition): Finding[] {
  const findings: Finding[] = [];
  if (refusedBy(() => checkIssuer(claims, policy, null)) !== null) {
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
  const isNear = expected.some((one) => normalize(one) === normalize(issuer));
  return isNear ? `${message} Only case or a slash at its end differs, and both count.` : message;
}

function normalize(issuer: string): string {
  return (issuer.endsWith("/") ? issuer.slice(0, -1) : issuer).toLowerCase();
}
