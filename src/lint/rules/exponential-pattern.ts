import { timeOfPattern } from "../pattern-time.js";
import { patternsOf } from "../pattern-visits.js";
import { defineRule } from "../rule.js";

/** Reports patterns by which a short text stops a service. See docs/rules/exponential-pattern.md. */
export const exponentialPattern = defineRule({
  id: "exponential-pattern",
  description:
    "No pattern takes exponential time: a token of a few dozen characters would stop the service that reads it.",
  severity: "error",
  source: ["OWASP Regular expression Denial of Service", "CWE-1333"],
  messages: { exponential: 'The pattern "{pattern}" takes exponential time on some texts that it refuses.' },
  async schema(visit, { project, report }) {
    for (const { pattern, at } of patternsOf(visit)) {
      const { kind } = await timeOfPattern(pattern, project);
      if (kind !== "exponential") continue;
      report({
        at,
        message: "exponential",
        data: { pattern },
        hint: "Two parts of the pattern can match the same characters, one inside or beside the other, as in (a+)+ or (a|a)*: leave only one way to match each text.",
      });
    }
  },
});
