import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { readMember } from "./header-findings.js";
import { refusal, type SignatureResult } from "./inspection.js";
import type { ReadToken } from "./read-token.js";
import { signatureFormFault } from "./signature-form.js";

/** A signature that was not checked, and why where that needs saying. */
export function unchecked(note: string | null): SignatureResult {
  return { verified: false, findings: [], note };
}

/** How the note on a signature begins that no key can have made. */
export const NO_KEY = "No key will verify this token.";

/** What can be said of a signature without a key: that there is none, or that its form fits no key. */
export function judgeForm(
  { form, text, header, findings }: ReadToken,
  { policy }: ConsumerDefinition,
): SignatureResult {
  if (form !== "signed" || header === null || findings.length > 0) return unchecked(null);
  const alg = readMember(header, "alg");
  if (typeof alg !== "string" || !policy.algorithms.includes(alg)) return unchecked(null);
  const fault = signatureFormFault(text, header);
  if (fault === null) return unchecked(null);
  if (!text.endsWith(".")) return unchecked(`${NO_KEY} ${fault}`);
  return { verified: false, findings: [refusal("invalid_signature", fault)], note: null };
}
