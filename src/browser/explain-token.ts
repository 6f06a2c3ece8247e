import { inspectClaims } from "../inspect/inspect-claims.js";
import { type InspectAdvice, inspectText } from "../inspect/inspect-text.js";
import type { Inspection } from "../inspect/inspection.js";
import { judgeForm } from "../inspect/judge-form.js";
import type { Kind } from "../inspect/kind.js";
import { plainDefinition } from "../inspect/plain-definition.js";
import { ALL_RULES } from "../runtime/claims/all-rules.js";
import { stripUndeclared } from "../runtime/claims/strip.js";
import type { KeyFamily } from "../runtime/engine/key-algorithm.js";
import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import { matchIssuer } from "../runtime/policy/issuer-pattern.js";
import type { KindData } from "./kind-data.js";

/** The compiled validators of one kind of token. */
export interface KindValidators {
  readonly open: ClaimsValidator;
  readonly closed: ClaimsValidator;
}

/** In the words of a page that has a field for the kind, and none for a key. */
const ADVICE: InspectAdvice = {
  unverified: null,
  noKinds: "",
  unknownKind: "The token is of no kind that is described here. If it is meant to be one of them, choose it above.",
};

/** A kind of token as the checks know it. */
export function toKind(data: KindData, { open, closed }: KindValidators): Kind {
  const { key, policy, acceptedTypes, claimNames, hasIssuerPattern } = data;
  const strip = policy.unknownClaims === "strip" ? stripUndeclared : null;
  // No signature is checked here.
  const families: readonly KeyFamily[] = [];
  const definition = {
    policy,
    acceptedTypes,
    families,
    claimNames: { ...claimNames, rules: ALL_RULES },
    open,
    closed,
    strip,
  };
  return { key, definition: hasIssuerPattern ? { ...definition, matchIssuer } : definition };
}

/** What is said of a text. */
export interface Explanation extends Inspection {
  /** Whether the text is claims in JSON, which nobody has signed. */
  readonly isUnsigned: boolean;
}

/**
 * Everything that can be said of a token, or of claims in JSON, without a key. No signature is checked, and nothing is asked of anybody.
 *
 * @param token - the key of the kind that is meant; null where the token is to tell
 * @param plain - the validator of what RFC 7519 alone says
 * @param now - seconds since 1970
 */
export async function explainToken(
  text: string,
  { kinds, token, plain, now }: { kinds: readonly Kind[]; token: string | null; plain: ClaimsValidator; now: number },
): Promise<Explanation> {
  const claims = inspectClaims(text, { kinds, token, now, plain: (header) => plainDefinition(header, plain) });
  if (claims !== null) return { ...claims, isUnsigned: claims.claims !== null };
  const inspection = await inspectText(text, {
    kinds,
    token,
    now,
    plain: (header) => plainDefinition(header, plain),
    judgeSignature: judgeForm,
    advice: ADVICE,
  });
  const findings = inspection.findings.map((finding) => ({ ...finding, message: withCommand(finding.message) }));
  return { ...inspection, findings, isUnsigned: false };
}

/** The options that a message advises are those of a command. */
function withCommand(message: string): string {
  return message.replace(/`--(key|jwks) FILE`/g, "`npx claimsmith inspect --$1 FILE`");
}
