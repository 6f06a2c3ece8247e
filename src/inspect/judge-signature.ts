import type { ConsumerDefinition } from "../runtime/definition.js";
import { readMember } from "./header-findings.js";
import { refusal } from "./inspection.js";
import type { ReadToken } from "./read-token.js";
import { checkSignature, type GivenKey, type SignatureResult, signatureFormFault } from "./signature-findings.js";

/** The signature, by the key that was given; without one, only what needs no key: that there is none at all. */
export async function judgeSignature(
  read: ReadToken,
  definition: ConsumerDefinition,
  key: GivenKey | null,
): Promise<SignatureResult> {
  const { form, text, header } = read;
  const unchecked = (note: string | null): SignatureResult => ({ verified: false, findings: [], note });
  if (key !== null && "unavailable" in key) return checkSignature(text, {}, definition, key);
  if (form !== "signed" || header === null || read.findings.length > 0) {
    return unchecked(key === null ? null : "The signature was not checked: the token cannot be read as it stands.");
  }
  const alg = readMember(header, "alg");
  if (typeof alg !== "string" || !definition.policy.algorithms.includes(alg)) {
    return unchecked(key === null ? null : "The signature was not checked: its algorithm is not allowed.");
  }
  if (key !== null) return checkSignature(text, header, definition, key);
  const fault = signatureFormFault(text, header);
  if (fault === null) return unchecked(null);
  if (!text.endsWith(".")) return unchecked(`No key will verify this token. ${fault}`);
  return { verified: false, findings: [refusal("invalid_signature", fault)], note: null };
}
