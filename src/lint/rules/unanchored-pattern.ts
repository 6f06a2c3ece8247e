import { patternAnchors } from "../../model/size/pattern-size.js";
import { quoteText } from "../../text/quote-text.js";
import { patternsOf } from "../pattern-visits.js";
import { defineRule } from "../rule.js";

/** Reports patterns that match a part of a text where the whole is meant. See docs/rules/unanchored-pattern.md. */
export const unanchoredPattern = defineRule({
  id: "unanchored-pattern",
  description: "A pattern says what the whole value is, from ^ to $.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Core section 6.4"],
  messages: {
    both: 'The pattern "{pattern}" matches anywhere in a value, whatever stands before and after.',
    start: 'The pattern "{pattern}" is not held at its start: anything may stand before what it matches.',
    end: 'The pattern "{pattern}" is not held at its end: anything may stand after what it matches.',
  },
  schema(visit, { report }) {
    // `not` a pattern is most often meant for a part.
    if (visit.role === "negated") return;
    for (const { pattern, at, subject } of patternsOf(visit)) {
      if (subject === "names") continue;
      const anchors = patternAnchors(pattern);
      if (anchors === null || (anchors.start && anchors.end)) continue;
      const data = { pattern };
      const hint = `Write ${quoteText(anchored(pattern, anchors))}; or say with .* that anything may stand there.`;
      if (anchors.start) report({ at, message: "end", data, hint });
      else if (anchors.end) report({ at, message: "start", data, hint });
      else report({ at, message: "both", data, hint });
    }
  },
});

function anchored(pattern: string, { start, end }: { readonly start: boolean; readonly end: boolean }): string {
  // A choice would keep the anchors to its outer branches.
  const body = pattern.includes("|") ? `(?:${pattern})` : pattern;
  return `${start && body === pattern ? "" : "^"}${body}${end && body === pattern ? "" : "$"}`;
}
