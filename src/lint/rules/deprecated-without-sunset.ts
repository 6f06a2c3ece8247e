import { placeText } from "../place-text.js";
import { defineRule } from "../rule.js";

const HINT = 'Add "x-claimsmith-sunset" with the date after which it may go, such as "2027-06-30".';

/** Reports deprecated claims and members without a date on which they may go. See docs/rules/deprecated-without-sunset.md. */
export const deprecatedWithoutSunset = defineRule({
  id: "deprecated-without-sunset",
  description: "What is deprecated says until when it stays, so that its readers know how long they have.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Validation section 9.3", "RFC 8594"],
  messages: { undated: '"{place}" is deprecated, and nothing says until when it stays.' },
  claim({ name, declaredBy, deprecated, sunset, location }, { report }) {
    if (declaredBy !== "schema" || !deprecated || sunset !== null) return;
    report({ at: location, message: "undated", data: { place: name }, hint: HINT });
  },
  schema(visit, { report }) {
    const { schema, path, locate } = visit;
    // Claims themselves are seen above, with what a reference adds to them.
    if (path.length < 2 || schema.deprecated !== true || schema["x-claimsmith-sunset"] !== undefined) return;
    report({ at: locate("deprecated"), message: "undated", data: { place: placeText(visit) }, hint: HINT });
  },
});
