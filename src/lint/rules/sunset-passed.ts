import { placeText } from "../place-text.js";
import { defineRule } from "../rule.js";

const HINT = "Remove it once its readers no longer need it, or give it a later date.";

/** Reports claims and members whose sunset is over. See docs/rules/sunset-passed.md. */
export const sunsetPassed = defineRule({
  id: "sunset-passed",
  description: "What was to go by a date is gone after it, or has a new date.",
  severity: "warn",
  source: ["RFC 8594"],
  messages: { passed: '"{place}" was to stay until {date}, which is past.' },
  claim({ name, declaredBy, sunset, location }, { today, report }) {
    // Dates in this form are in the order of their texts.
    if (declaredBy !== "schema" || sunset === null || sunset >= today) return;
    report({ at: location, message: "passed", data: { place: name, date: sunset }, hint: HINT });
  },
  schema(visit, { today, report }) {
    const { schema, path, locate } = visit;
    const date = schema["x-claimsmith-sunset"];
    // Claims themselves are seen above, with what a reference adds to them.
    if (path.length < 2 || typeof date !== "string" || date >= today) return;
    report({
      at: locate("x-claimsmith-sunset"),
      message: "passed",
      data: { place: placeText(visit), date },
      hint: HINT,
    });
  },
});
