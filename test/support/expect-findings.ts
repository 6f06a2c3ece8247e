import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parseConfig } from "../../src/config/parse-config.js";
import type { Finding, FindingSeverity } from "../../src/lint/finding.js";
import type { Fix } from "../../src/lint/fix.js";
import { lintProject } from "../../src/lint/lint.js";
import type { Rule } from "../../src/lint/rule.js";
import { createVocabulary, type Vocabulary } from "../../src/schema/read/vocabulary.js";
import { configOf, projectOf, REPOSITORY } from "./project.js";

/** The day on which tests lint. */
export const TODAY = "2026-06-15";

/** What a rule looks at. All is optional: by default, one token `token` with an empty claim set. */
export interface LintSample {
  /** The claim set of the token `token`, in `schema.json`. */
  readonly schema?: unknown;
  /** Members of the token `token` in the config, in place of or beside those of `configOf`. */
  readonly token?: Readonly<Record<string, unknown>>;
  /** Members at the top of the config: `namespaces`, `targets`, `lint`, or all `tokens`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Further files: name to value, or to text. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** Today's date; {@link TODAY} by default. */
  readonly today?: string;
}

/** A finding as a test states it: what is left out is not compared, except the number of findings. */
export interface ExpectedFinding {
  /** File and pointer, as in `schema.json#/properties/role`. */
  readonly at?: string;
  readonly message?: string;
  readonly help?: string | null;
  readonly claim?: string | null;
  readonly token?: string | null;
  readonly severity?: FindingSeverity;
  readonly source?: readonly string[];
  readonly fix?: Fix | null;
}

let vocabulary: Vocabulary | null = null;

/** The registry of claims, as shipped. */
export function shippedVocabulary(): Vocabulary {
  vocabulary ??= createVocabulary(JSON.parse(readFileSync(`${REPOSITORY}schemas/iana-jwt.schema.json`, "utf8")));
  return vocabulary;
}

/** What the rules find in a sample; a rule that is off by default counts as `warn`. */
export function findingsOf(rules: readonly Rule[], sample: LintSample): Promise<readonly Finding[]> {
  const config = configOf(sample.token, sample.config);
  return lintProject({
    project: projectOf(config, { "schema.json": sample.schema ?? { type: "object" }, ...sample.files }, undefined, {
      keepMisspelled: true,
    }),
    config: parseConfig({ file: "claims.config.json", text: JSON.stringify(config, null, 2) }),
    vocabulary: shippedVocabulary(),
    today: sample.today ?? TODAY,
    rules,
    severities: new Map(rules.filter(({ severity }) => severity === "off").map(({ id }) => [id, "warn"])),
  });
}

/**
 * Expects exactly these findings of one rule, in the order of their places.
 *
 * @example await expectFindings(noSecrets, { schema: { properties: { password: {} } } }, [{ at: "schema.json#/properties/password" }])
 */
export async function expectFindings(
  rule: Rule,
  sample: LintSample,
  expected: readonly ExpectedFinding[],
): Promise<void> {
  const findings = await findingsOf([rule], sample);
  // Where the test states fewer findings than there are, the rest is shown whole.
  const shown = findings.map((finding, index) => pick(statedForm(finding), expected[index]));
  expect(shown).toEqual(expected);
}

function statedForm({ location, rule: _, ...finding }: Finding): Record<string, unknown> {
  return { at: `${location.file}#${location.pointer ?? ""}`, ...finding };
}

function pick(finding: Record<string, unknown>, expected: ExpectedFinding | undefined): Record<string, unknown> {
  if (expected === undefined) return finding;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, finding[key]]));
}
