/**
 * What a runtime has answered, held against what is known of it: a known difference is no failure, and one that is gone is.
 *
 * @param expected - `engine` is null where any will do
 * @returns the counts and failures of `result`, with `differences`: how many known differences there were
 */
export function judgeResult({ passed, failures, engine }, { known, engine: wanted }) {
  const isKnown = ({ name, got }) => Object.hasOwn(known, name) && known[name] === got;
  const gone = Object.keys(known).filter((known) => !failures.some(({ name }) => name === known));
  const others = [
    ...failures.filter((failure) => !isKnown(failure)),
    ...gone.map((name) => ({ name, want: known[name], got: "what every runtime answers: strike it off the list" })),
  ];
  if (passed + failures.length === 0) others.push({ name: "the suite", want: "cases", got: "none" });
  if (wanted !== null && wanted !== engine)
    others.push({ name: "the engine of this runtime", want: wanted, got: engine });
  return {
    engine,
    cases: passed + failures.length,
    passed,
    differences: failures.filter(isKnown).length,
    failures: others,
  };
}

/** The ids of the runtimes that have run another number of cases than the first of their sort: with Node's keys, or without. */
export function findUneven(rows) {
  const counts = new Map();
  const uneven = rows.filter(({ result, hasNodeKeys }) => {
    if (result === undefined) return false;
    if (!counts.has(hasNodeKeys)) counts.set(hasNodeKeys, result.cases);
    return counts.get(hasNodeKeys) !== result.cases;
  });
  return [...new Set(uneven.map(({ id }) => id))];
}
