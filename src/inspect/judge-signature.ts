import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { readMember } from "./header-findings.js";
import type { SignatureResult } from "./inspection.js";
import { judgeForm, unchecked } from "./judge-form.js";
import type { ReadToken } from "./read-token.js";
import { checkSignature, type GivenKey } from "./signature-findings.js";

/** The signature, by the key that was given; without one, only what needs no key: that there is none at all. */
export async function judgeSignature(
  read: ReadToken,
  definition: ConsumerDefinition,
  key: GivenKey | null,
): Promise<SignatureResult> {
  const { form, text, header } = read;
  if (key === null) return judgeForm(read, definition);
  if ("unavailable" in key) return checkSignature(text, {}, definition, key);
  if (form !== "signed" || header === null || read.findings.length > 0) {
    return unchecked("The signature was not checked: the token cannot be read as it stands.");
  }
  const alg = readMember(header, "alg");
  if (typeof alg !== "string" || !definition.policy.algorithms.includes(alg)) {
    return unchecked("The signature was not checked: its algorithm is not allowed.");
  }
  return checkSignature(text, header, definition, key);
}
