import path from "node:path";
import { type ClaimsmithError, UsageError } from "../errors.js";
import { findConfigs } from "../io/project/find-configs.js";
import type { Finding } from "../lint/finding.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { errorInConfig } from "./error-in-config.js";
import { type LintOptions, type LintResult, lint } from "./lint.js";

/** What `lintAll` looks at. */
export interface LintAllOptions extends Omit<LintOptions, "config" | "baseline"> {
  /** Config files, folders that hold a claims.config.json, and patterns of either with `*`, `?` and `**`. */
  readonly configs: readonly string[];
}

/** A config that lint could not read, or whose schemas it could not. */
export interface UnlintedConfig {
  /** The config file, relative to the working directory, with `/`. */
  readonly config: string;
  /** What is wrong; its place is relative to the working directory, too. */
  readonly error: ClaimsmithError;
}

/** What lint found in several configs, as it is for one: places name files as seen from `cwd`. */
export interface LintAllResult extends LintResult {
  readonly baseline: null;
  /** The configs of which nothing can be said. */
  readonly failed: readonly UnlintedConfig[];
}

const OPTIONS: OptionForms<LintAllOptions & Pick<LintOptions, "baseline">> = {
  configs: { needed: "texts" },
  cwd: "text",
  today: "text",
  baseline: "text",
  fix: "switch",
};

/**
 * Checks each config by its own rules. One that fails stops no other. What configs find in a file that they share is
 * reported once.
 *
 * @throws {UsageError} `invalid_option`; a baseline is of one config
 * @throws {ConfigError} `config_not_found`, where a name leads to no config
 */
export async function lintAll(given: LintAllOptions & Pick<LintOptions, "baseline">): Promise<LintAllResult> {
  checkOptions("lintAll", given, OPTIONS);
  const { configs, baseline, ...options } = given;
  if (baseline !== undefined) throw oneBaseline();
  const cwd = path.resolve(options.cwd ?? ".");
  const findings = new Map<string, Finding>();
  const mended: Finding[] = [];
  const failed: UnlintedConfig[] = [];
  for (const file of findConfigs(cwd, configs)) {
    const config = path.relative(cwd, file).split(path.sep).join("/");
    try {
      const result = await lint({ ...options, config: file });
      for (const finding of result.findings) {
        const { rule, severity, location, message } = finding;
        const key = JSON.stringify([rule, severity, location.file, location.pointer, location.line, message]);
        if (!findings.has(key)) findings.set(key, finding);
      }
      mended.push(...result.mended);
    } catch (error) {
      failed.push({ config, error: errorInConfig(error, config) });
    }
  }
  return { findings: [...findings.values()], mended, baseline: null, failed };
}

function oneBaseline(): UsageError {
  return new UsageError("invalid_option", "A baseline lists the findings of one config, and several were named.", {
    expected: "one config, or no baseline",
    hint: "Run lint once for each config that has a baseline: `--config FILE --baseline FILE`.",
  });
}
