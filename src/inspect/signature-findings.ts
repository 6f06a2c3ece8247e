import { KEY_FAMILIES } from "../runtime/algorithms/key-families.js";
import { ClaimsError, type ClaimsErrorCode } from "../runtime/errors/claims-error.js";
import type { VerifyKey } from "../runtime/keys/key-forms.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { verifyToken } from "../runtime/verify/verify.js";
import { quoteText } from "../text/quote-text.js";
import { type FindingCode, refusal, type SignatureResult } from "./inspection.js";
import { signatureFormFault } from "./signature-form.js";

/** A key to verify with, or why there is none although one was asked for. */
export type GivenKey = { readonly key: VerifyKey } | { readonly unavailable: string };

/** What verify throws before it looks at the signature, of a token that has been read, and what that means here. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ["malformed_token", "the header has to be mended first"],
  ["type_mismatch", "the header has to be mended first"],
  ["algorithm_not_allowed", "its algorithm is not known here"],
]);

/** What verify throws only once the signature has been verified. Anything else leaves it unverified. */
const AFTER: ReadonlySet<string> = new Set([
  "expired",
  "not_yet_valid",
  "lifetime_exceeded",
  "issuer_mismatch",
  "audience_mismatch",
  "invalid_claims",
] satisfies ClaimsErrorCode[]);

/** What verify throws because of the key or the signature. */
const OF_KEY: readonly FindingCode[] = ["key_not_found", "jwks_unavailable", "invalid_key", "invalid_signature"];

/**
 * Whether a key belongs to the signature of a token, by the runtime's own verification under a policy that demands
 * nothing else.
 *
 * @param header - of the token; its `alg` has to be one that the policy allows
 */
export async function checkSignature(
  text: string,
  header: Readonly<Record<string, unknown>>,
  definition: ConsumerDefinition,
  given: GivenKey,
): Promise<SignatureResult> {
  if ("unavailable" in given) {
    return { verified: false, findings: [refusal("jwks_unavailable", given.unavailable)], note: null };
  }
  try {
    // Whatever it says after the signature is asked elsewhere, so that no claim has to be there.
    await verifyToken(signatureOnly(header, definition), text, { key: given.key, now: 0 });
  } catch (error) {
    if (!(error instanceof ClaimsError)) throw error;
    const code = OF_KEY.find((one) => one === error.code);
    if (code !== undefined) {
      return { verified: false, findings: [refusal(code, explain(code, error.message, text, header))], note: null };
    }
    if (!AFTER.has(error.code)) {
      const reason = BEFORE.get(error.code) ?? error.message;
      return { verified: false, findings: [], note: `The signature was not checked: ${reason.replace(/\.$/, "")}.` };
    }
  }
  return { verified: true, findings: [], note: null };
}

function signatureOnly(header: Readonly<Record<string, unknown>>, { policy }: ConsumerDefinition): ConsumerDefinition {
  const type = Object.hasOwn(header, "typ") ? header["typ"] : undefined;
  const everything = Number.POSITIVE_INFINITY;
  return {
    policy: {
      token: policy.token,
      algorithms: policy.algorithms,
      type: policy.type,
      lifetime: everything,
      clockTolerance: 0,
      unknownClaims: "ignore",
      maxTokenBytes: everything,
      digest: "",
    },
    acceptedTypes: typeof type === "string" ? [type] : [null],
    families: KEY_FAMILIES,
    claimNames: { names: [], namespaces: [], aliases: {} },
    open: () => true,
    closed: null,
    strip: null,
  };
}

function explain(code: FindingCode, message: string, text: string, header: Readonly<Record<string, unknown>>): string {
  if (code === "key_not_found") return `${message}${keyIdWords(header)}`;
  if (code !== "invalid_signature") return message;
  const form = signatureFormFault(text, header);
  if (form !== null) return form;
  return "The signature does not belong to this token and key: the token was edited after it was signed, or another key signed it. Do not trust it.";
}

function keyIdWords(header: Readonly<Record<string, unknown>>): string {
  const kid = Object.hasOwn(header, "kid") ? header["kid"] : undefined;
  return typeof kid === "string" ? ` The header's "kid" is ${quoteText(kid)}.` : ' The header has no "kid".';
}
