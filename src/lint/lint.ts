import type { Config } from "../config/config.js";
import type { Location } from "../errors.js";
import type { Project, Token } from "../model/model.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { pointerOf } from "../text/pointer.js";
import { createFinding } from "./create-finding.js";
import type { Finding, FindingSeverity, Severity } from "./finding.js";
import type { Rule, RuleContext, TokenContext } from "./rule.js";
import { unusedIgnore } from "./rules/unused-ignore.js";
import { applySilences, findSilences } from "./silence.js";
import { sortFindings } from "./sort-findings.js";
import { reportUnusedSilences } from "./unused-silences.js";
import { walkClaim, walkToken } from "./walk.js";

/** What lint looks at, and by which rules. */
export interface LintRun {
  readonly project: Project;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  /** Today's date in UTC, such as `2027-01-31`. */
  readonly today: string;
  readonly rules: readonly Rule[];
  /** The severity of each rule by its id; a rule that is not here has its own. */
  readonly severities: ReadonlyMap<string, Severity>;
}

/**
 * What the rules that are on find, by file and place, without what a schema silences. A place that several tokens share
 * is reported once, for the first of them.
 *
 * @throws {SchemaError} `invalid_annotation` for a silence that is not of its form
 */
export async function lintProject(run: LintRun): Promise<readonly Finding[]> {
  const silences = findSilences(run.project);
  const findings: Finding[] = [];
  const ran = new Set<string>();
  for (const rule of run.rules) {
    const severity = severityOf(rule, run);
    if (severity === "off") continue;
    ran.add(rule.id);
    await runRule(rule, severity, run, findings);
  }
  const loud = applySilences(findings, silences);
  const severity = severityOf(unusedIgnore, run);
  const unused =
    severity !== "off" && ran.has(unusedIgnore.id) ? reportUnusedSilences(silences, loud.used, ran, severity) : [];
  return sortFindings([...loud.findings, ...unused]);
}

function severityOf(rule: Rule, { severities }: LintRun): Severity {
  return severities.get(rule.id) ?? rule.severity;
}

async function runRule(rule: Rule, severity: FindingSeverity, run: LintRun, findings: Finding[]): Promise<void> {
  const { project, config, vocabulary, today } = run;
  const contextFor = (token: string | null, claim: string | null): RuleContext => ({
    project,
    config,
    vocabulary,
    today,
    report: (report) => findings.push(createFinding(rule, severity, { token, claim }, report)),
  });
  await rule.project?.(project, contextFor(null, null));
  for (const token of project.tokens) {
    const tokenContext = (claim: string | null): TokenContext => ({
      ...contextFor(token.key, claim),
      token,
      locate: (key) => locateKey(config, token, key),
    });
    await rule.token?.(token, tokenContext(null));
    if (rule.claim !== undefined) {
      for (const claim of token.claimSet.claims) {
        await rule.claim(claim, { ...tokenContext(claim.name), claim, schemas: () => walkClaim(token, claim) });
      }
    }
    if (rule.schema !== undefined) {
      for (const visit of walkToken(token)) if (!visit.shipped) await rule.schema(visit, tokenContext(visit.claim));
    }
  }
}

function locateKey(config: Config, token: Token, key: string): Location {
  return config.locate(pointerOf("tokens", token.key, key));
}
