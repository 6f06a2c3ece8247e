import { createHash } from "node:crypto";
import type { Finding, FindingSeverity } from "./finding.js";
import type { Report, Rule } from "./rule.js";
import { wordMessage } from "./word-message.js";

/** The length of a fingerprint in hexadecimal digits: 96 bits, so that no two findings ever share one by chance. */
const FINGERPRINT_LENGTH = 24;

/** The finding that a rule's report becomes. */
export function createFinding(
  rule: Rule,
  severity: FindingSeverity,
  subject: { readonly token: string | null; readonly claim: string | null },
  report: Report,
): Finding {
  return {
    rule: rule.id,
    severity,
    token: subject.token,
    claim: subject.claim,
    location: report.at,
    message: wordMessage(rule.messages[report.message] ?? report.message, report.data ?? {}),
    help: report.hint ?? null,
    source: report.source ?? rule.source,
    fix: report.fix ?? null,
    fingerprint: fingerprintOf(rule, subject, report),
  };
}

/**
 * What a finding is about, whatever its words, its place and the numbers in it: the rule, the kind of message, the claim
 * (else the token) and the texts of its data.
 */
function fingerprintOf(
  rule: Rule,
  { token, claim }: { readonly token: string | null; readonly claim: string | null },
  { message, data = {} }: Report,
): string {
  const texts = Object.entries(data)
    .filter((entry): entry is [string, string] => typeof entry[1] === "string")
    .map(([name, text]) => [name, text.replace(/\d+/gu, "#")]);
  // A claim may be shared by several tokens, whose order is no part of the finding.
  const subject = claim === null ? ["token", token] : ["claim", claim];
  const text = JSON.stringify([rule.id, message, subject, texts]);
  return createHash("sha256").update(text).digest("hex").slice(0, FINGERPRINT_LENGTH);
}
