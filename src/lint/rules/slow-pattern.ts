import { timeOfPattern } from "../pattern-time.js";
import { patternsOf } from "../pattern-visits.js";
import { defineRule } from "../rule.js";

/** Reports patterns whose time grows faster than the text. See docs/rules/slow-pattern.md. */
export const slowPattern = defineRule({
  id: "slow-pattern",
  description: "The time that a pattern takes grows no faster than the text.",
  severity: "warn",
  source: ["OWASP Regular expression Denial of Service", "CWE-1333"],
  messages: {
    polynomial: `The time of the pattern "{pattern}" grows with the text's length to the power of {degree}.`,
    unknown: 'Whether the pattern "{pattern}" can take very long could not be decided.',
  },
  async schema(visit, { project, report }) {
    for (const { pattern, at } of patternsOf(visit)) {
      const time = await timeOfPattern(pattern, project);
      if (time.kind === "polynomial") {
        report({
          at,
          message: "polynomial",
          data: { pattern, degree: time.degree },
          hint: "Anchor the pattern at its start, and let no two repetitions in a row match the same character, as \\d+.*\\d+ does.",
        });
      } else if (time.kind === "unknown") {
        report({
          at,
          message: "unknown",
          data: { pattern },
          hint: "Write it without look-around, back references and rare properties, and with fewer or smaller counts; or try it on long texts yourself and silence this.",
        });
      }
    }
  },
});
