import type { HistoryEntry } from "../catalogue.js";
import { code, text } from "./escape.js";

/**
 * The commits that changed claims as a list, the newest first.
 *
 * @param token - the key of the token whose changes are shown; null for those of all
 */
export function historyText(history: readonly HistoryEntry[], token: string | null): string {
  const items = history.flatMap(({ commit, date, subject, problem, tokens }) => {
    const own = tokens.filter((one) => token === null || one.token === token);
    if (token !== null && own.length === 0) return [];
    const changes = own.flatMap(({ token: key, level, rollout, changes }) => [
      `  - ${token === null ? `${code(key)}: ` : ""}**${level}**${rollout === null ? "" : `, deploy ${rollout}`}`,
      ...changes.map((change) => `    - ${text(change)}`),
    ]);
    return [
      [
        `- ${date} ${code(commit)} ${text(subject)}`,
        ...(problem === null ? [] : [`  - ${text(problem)}`]),
        ...changes,
      ].join("\n"),
    ];
  });
  return items.length === 0 ? "No commit has changed it." : items.join("\n");
}
