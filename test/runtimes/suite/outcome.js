/**
 * How a call of a helper ended, in a word: `accepted`, or the code of its ClaimsError and the issues that it carries. What is no
 * ClaimsError is a defect of the package and is told with its text, which no case wants.
 */
export async function outcomeOf(call) {
  try {
    await call();
    return "accepted";
  } catch (error) {
    if (error?.name !== "ClaimsError") return `threw ${error?.name}: ${error?.message}`;
    const issues = (error.issues ?? []).map(({ code, claim }) => `${code}:${claim}`);
    return [error.code, issues.join(",")].filter(Boolean).join(" ");
  }
}

/** How many of the outcomes were the same, such as `60 malformed_token, 1 accepted`; sorted by name. */
export function countOutcomes(outcomes) {
  const counts = new Map();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
