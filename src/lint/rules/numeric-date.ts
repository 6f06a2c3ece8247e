import { NUMERIC_DATES } from "../../facts/numeric-dates.js";
import { isTimeName } from "../../facts/time-names.js";
import { memberName, placeText } from "../place-text.js";
import { possibleTypes } from "../possible-types.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";

const DATE_TIMES: ReadonlySet<string> = new Set(["date-time", "iso-date-time"]);

/** Reports points in time that are not numbers of seconds. See docs/rules/numeric-date.md. */
export const numericDate = defineRule({
  id: "numeric-date",
  description:
    "A point in time is a NumericDate: a number of seconds since 1970-01-01T00:00:00Z, with or without a fraction.",
  severity: "warn",
  source: ["RFC 7519 section 2"],
  messages: {
    type: 'The time "{claim}" can be something other than a number of seconds.',
    integer: 'The time "{claim}" takes whole seconds only, and a NumericDate may have a fraction.',
    dateTime: 'The time "{place}" is a text in the format "{format}" and not a number of seconds.',
    text: 'The time "{place}" is a text and not a number of seconds.',
  },
  claim(claim, { token, schemas, report }) {
    if (claim.declaredBy !== "schema" || !NUMERIC_DATES.has(claim.name)) return;
    const standard = NUMERIC_DATES.get(claim.name) ?? "";
    const source = ["RFC 7519 section 2", standard];
    const types = possibleTypes(claim.schema, definitionsOf(token));
    if ([...types].some((type) => type !== "number")) {
      const hint = 'Declare it as "type": "number".';
      report({ at: claim.location, message: "type", data: { claim: claim.name }, hint, source });
      return;
    }
    for (const { schema, path, role, shipped, locate } of schemas()) {
      if (shipped || role !== "always" || path.length !== 1 || schema.type !== "integer") continue;
      const { file, pointer } = locate("type");
      report({
        at: locate("type"),
        message: "integer",
        data: { claim: claim.name },
        hint: 'Declare it as "type": "number", or tokens of issuers that write fractions are refused.',
        source,
        fix: pointer?.endsWith("/type") ? { file, edits: [{ kind: "set", pointer, value: "number" }] } : undefined,
      });
    }
  },
  schema(visit, { token, vocabulary, report }) {
    const { schema, role, claim, locate, location } = visit;
    const name = memberName(visit);
    if (name === null || role === "negated" || !isOwnToken(token)) return;
    // What the registry has is checked against its registration, and may well be a text: verified_claims, sip_date.
    if (claim !== null && vocabulary.claims.has(claim)) return;
    const hint =
      'Declare it as "type": "number", in seconds, as exp and iat are: every JWT library reads and compares that.';
    const types = possibleTypes(schema, definitionsOf(token));
    if (!types.has("string") || schema.enum !== undefined || schema.const !== undefined) return;
    const { format } = schema;
    if (format !== undefined && DATE_TIMES.has(format)) {
      report({ at: locate("format"), message: "dateTime", data: { place: placeText(visit), format }, hint });
    } else if (types.size === 1 && format === undefined && schema.type === "string" && isTimeName(name)) {
      report({ at: location, message: "text", data: { place: placeText(visit) }, hint });
    }
  },
});
