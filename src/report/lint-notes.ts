import type { LintResult } from "../api/lint.js";
import { count } from "./lint-words.js";
import { visibleText } from "./visible-text.js";

/** What a run did besides finding, a sentence a line; empty where there is nothing to say. */
export function lintNotes({ mended, baseline }: LintResult): string {
  const mendedNotes = mended.map(({ location, message, rule }) => `Mended ${location.file}: ${message} (${rule})`);
  return [...mendedNotes, ...baselineNotes(baseline)]
    .map((note) => `${visibleText(note).replaceAll("\n", " ")}\n`)
    .join("");
}

function baselineNotes(baseline: LintResult["baseline"]): readonly string[] {
  if (baseline === null) return [];
  const { file, recorded, known, gone } = baseline;
  if (recorded) return [`Recorded ${count(known, "finding")} in ${file}. From now on only others are reported.`];
  return [
    ...(known === 0 ? [] : [`${count(known, "finding")} that ${file} lists ${known === 1 ? "is" : "are"} not shown.`]),
    ...gone.map(({ rule, message }) => `${file} lists a finding that is gone: ${message} (${rule})`),
    ...(gone.length === 0 ? [] : [`Delete ${file} and run the command again to record what is left.`]),
  ];
}
