import type { Location } from "../../errors.js";
import { isMillisecondsName, isTimeName } from "../../facts/time-names.js";
import type { JsonValue } from "../../schema/json-schema.js";
import { memberName, placeText } from "../place-text.js";
import { defineRule } from "../rule.js";
import type { SchemaVisit } from "../walk.js";

/** As seconds in the year 5138; as milliseconds in 1973. */
const FIRST_SUSPECT = 1e11;

/** The last second of the year 9999, which some write for "never". */
const LAST_SECOND = 253_402_300_799;

const SECONDS_PER_YEAR = 31_556_952;

/** Reports times that are given in milliseconds. See docs/rules/milliseconds.md. */
export const milliseconds = defineRule({
  id: "milliseconds",
  description: "Times are in seconds; in milliseconds a token expires in some fifty thousand years.",
  severity: "error",
  source: ["RFC 7519 section 2"],
  messages: {
    value: 'The {keyword} of the time "{place}" is in milliseconds, it seems: {value} seconds are the year {year}.',
    description: 'The description of the time "{place}" speaks of milliseconds.',
    name: 'The time "{place}" is in milliseconds by its name.',
  },
  schema(visit, { report }) {
    const name = memberName(visit);
    if (name === null || !isTimeName(name)) return;
    const place = placeText(visit);
    if (isMillisecondsName(name)) {
      report({
        at: visit.location,
        message: "name",
        data: { place },
        hint: "Give the time in seconds, and leave the unit out of its name.",
      });
      return;
    }
    const { description } = visit.schema;
    if (typeof description === "string" && /(?<!\b(?:not|no|never)\b.{0,20})\bmilliseconds?\b/isu.test(description)) {
      report({
        at: visit.locate("description"),
        message: "description",
        data: { place },
        hint: "Give the time in seconds, and say so.",
      });
    }
    for (const { keyword, value, at } of numbersOf(visit)) {
      const limit = keyword === "maximum" || keyword === "exclusiveMaximum" ? LAST_SECOND + 1 : FIRST_SUSPECT;
      if (value <= limit) continue;
      report({
        at,
        message: "value",
        data: { keyword, place, value, year: Math.floor(1970 + value / SECONDS_PER_YEAR) },
        hint: "Divide it by 1000.",
      });
    }
  },
});

/** The numbers of a schema that are values of what it describes. */
function* numbersOf({ schema, locate }: SchemaVisit): Generator<{ keyword: string; value: number; at: Location }> {
  for (const keyword of ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "const", "default"] as const) {
    const value: JsonValue | undefined = schema[keyword];
    if (typeof value === "number") yield { keyword, value, at: locate(keyword) };
  }
  for (const keyword of ["enum", "examples"] as const) {
    for (const [index, value] of (schema[keyword] ?? []).entries()) {
      if (typeof value === "number")
        yield { keyword: keyword === "enum" ? keyword : "example", value, at: locate(keyword, index) };
    }
  }
}
