import { RULE_NAMES } from "../config/rule-names.js";
import { suggest } from "../text/suggest.js";
import { createFinding } from "./create-finding.js";
import type { Finding, FindingSeverity } from "./finding.js";
import { unusedIgnore } from "./rules/unused-ignore.js";
import { applySilences, type Silence } from "./silence.js";

/**
 * A finding for each silence that covered nothing. Of a rule that did not run nobody knows what it would have found, so
 * its silences count as used.
 *
 * @param ran - the ids of the rules that ran
 */
export function reportUnusedSilences(
  silences: readonly Silence[],
  used: ReadonlySet<Silence>,
  ran: ReadonlySet<string>,
  severity: FindingSeverity,
): readonly Finding[] {
  const report = (silence: Silence): Finding | null => {
    const isKnown = RULE_NAMES.some((name) => name === silence.rule);
    if (used.has(silence) || (isKnown && !ran.has(silence.rule))) return null;
    const nearest = isKnown ? null : suggest(silence.rule, RULE_NAMES);
    return createFinding(unusedIgnore, severity, silence, {
      at: silence.location,
      message: isKnown ? "unused" : "unknown",
      data: { rule: silence.rule },
      hint: nearest === null ? "Remove the entry." : `Did you mean \`${nearest}\`?`,
    });
  };
  // A silence of this very rule is used when there is an unused one below it, and is never its own excuse.
  const own = silences.filter(({ rule }) => rule === unusedIgnore.id);
  const others = silences.filter(({ rule }) => rule !== unusedIgnore.id).map(report);
  const silenced = applySilences(
    others.filter((finding) => finding !== null),
    own,
  );
  const unusedOwn = own.filter((silence) => !silenced.used.has(silence)).map(report);
  return [...silenced.findings, ...unusedOwn.filter((finding) => finding !== null)];
}
