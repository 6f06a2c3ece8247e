import type { Containment } from "../containment/includes.js";
import type { JsonValue } from "../schema/json-schema.js";
import { canonicalJson } from "../text/canonical-json.js";
import type { Includes } from "./direction-judge.js";

/**
 * The same decision that answers a question asked before from memory: the parts of a comparison ask the same of a claim,
 * and the claims of a claim set are often alike.
 */
export function rememberIncludes(includes: Includes): Includes {
  const answers = new Map<string, Containment>();
  return (a, b) => {
    // A schema of a bundle holds JSON values only.
    const question = canonicalJson([a, b] as readonly JsonValue[]);
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = includes(a, b);
    answers.set(question, answer);
    return answer;
  };
}
