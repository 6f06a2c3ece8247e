import path from "node:path";
import { readBaseline, writeBaseline } from "../io/lint/baseline-file.js";
import { readRuleSets } from "../io/lint/rule-sets.js";
import { findConfig } from "../io/project/find-config.js";
import { loadProject } from "../io/project/load-project.js";
import { compareWithBaseline, type KnownFinding } from "../lint/baseline.js";
import type { Finding } from "../lint/finding.js";
import { lintProject } from "../lint/lint.js";
import { mergeSeverities } from "../lint/rule-set.js";
import { RULES } from "../lint/rules/index.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { mendFindings } from "./mend-findings.js";
import { readToday } from "./read-today.js";

/** What `lint` looks at. */
export interface LintOptions {
  /** The config file; else claims.config.json in `cwd` or the nearest parent. */
  readonly config?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
  /** Today's date, such as `2027-01-31`, for the dates in schemas; by the clock (UTC) by default. */
  readonly today?: string | undefined;
  /** A file of findings that are known and not reported again. Where it is not there, today's findings are recorded in it. */
  readonly baseline?: string | undefined;
  /** Mend in the files themselves what has one right answer, and report what is left. */
  readonly fix?: boolean | undefined;
}

/** What lint found. Places name files as seen from `cwd`. */
export interface LintResult {
  /** By file and place; without those that the baseline knows. */
  readonly findings: readonly Finding[];
  /** With `fix`: the findings that were mended, in the order in which that was done. */
  readonly mended: readonly Finding[];
  /** With `baseline`: what it did. */
  readonly baseline: BaselineUse | null;
}

/** What a baseline did. */
export interface BaselineUse {
  /** As it was named. */
  readonly file: string;
  /** It was not there, and today's findings were recorded in it. */
  readonly recorded: boolean;
  /** How many findings it keeps from being reported. */
  readonly known: number;
  /** What it lists and is no longer found. */
  readonly gone: readonly KnownFinding[];
}

const OPTIONS: OptionForms<LintOptions> = {
  config: "text",
  cwd: "text",
  today: "text",
  baseline: "text",
  fix: "switch",
};

/**
 * Checks the claim sets and policies of a config by the rules that are on.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {ClaimsmithError} for whatever is wrong with config, schemas or disk
 */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  checkOptions("lint", options, OPTIONS);
  const today = readToday(options.today);
  const cwd = path.resolve(options.cwd ?? ".");
  const configPath = findConfig(cwd, options.config);
  const folder = path.dirname(configPath);
  const baselineFile = options.baseline === undefined ? null : path.resolve(cwd, options.baseline);
  const baseline = baselineFile === null ? null : readBaseline(baselineFile);
  const find = () => findIn(configPath, today);

  const found = await find();
  const unknown = (findings: readonly Finding[]) => compareWithBaseline(findings, baseline ?? []).fresh;
  const { findings, mended } = options.fix
    ? await mendFindings(folder, found, find, unknown)
    : { findings: found, mended: [] };

  const seen = (list: readonly Finding[]) => list.map((finding) => seenFrom(cwd, folder, finding));
  const result = { findings: seen(findings), mended: seen(mended), baseline: null };
  if (options.baseline === undefined || baselineFile === null) return result;
  const file = options.baseline;
  if (baseline === null) {
    writeBaseline(baselineFile, findings);
    return { ...result, findings: [], baseline: { file, recorded: true, known: findings.length, gone: [] } };
  }
  const { fresh, known, gone } = compareWithBaseline(result.findings, baseline);
  return { ...result, findings: fresh, baseline: { file, recorded: false, known, gone } };
}

async function findIn(configPath: string, today: string): Promise<readonly Finding[]> {
  const { project, config, vocabulary, folder } = loadProject(configPath, { keepMisspelled: true });
  const severities = mergeSeverities(RULES, readRuleSets(config, folder));
  return lintProject({ project, config, vocabulary, today, rules: RULES, severities });
}

function seenFrom(cwd: string, folder: string, finding: Finding): Finding {
  const show = (file: string): string =>
    file.startsWith("claimsmith:") ? file : path.relative(cwd, path.join(folder, file)).split(path.sep).join("/");
  const { location, fix } = finding;
  return {
    ...finding,
    location: { ...location, file: show(location.file) },
    fix: fix === null ? null : { ...fix, file: show(fix.file) },
  };
}
