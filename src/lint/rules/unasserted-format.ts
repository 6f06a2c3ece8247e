import { isKnownFormat } from "../../schema/compile/prepare-schema.js";
import { lettersOf } from "../../text/names.js";
import { suggest } from "../../text/suggest.js";
import { placeText } from "../place-text.js";
import { possibleTypes } from "../possible-types.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

const NUMBER_FORMATS: ReadonlySet<string> = new Set(["int32", "int64", "float", "double"]);

/** Formats that say something about a text without a rule that a validator could check. */
const UNCHECKED: ReadonlySet<string> = new Set(["password", "binary"]);

/** Formats of JSON Schema, for "did you mean". */
const FORMATS: readonly string[] =
  "date-time date time duration email hostname ipv4 ipv6 uri uri-reference uri-template uuid regex json-pointer".split(
    " ",
  );

/** The asserted format that says most of what another name says. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ["iri", "uri"],
  ["iri-reference", "uri-reference"],
  ["idn-email", "email"],
  ["idn-hostname", "hostname"],
  ["guid", "uuid"],
  ["timestamp", "date-time"],
  ["ip", "ipv4"],
  ["base64", "byte"],
]);

/** Reports formats that no validator asserts. See docs/rules/unasserted-format.md. */
export const unassertedFormat = defineRule({
  id: "unasserted-format",
  description: "A format that validators do not assert lets every value pass, whatever its name promises.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Validation section 7.2"],
  messages: {
    unknown: 'The format "{format}" of "{place}" is not known, so nothing asserts it.',
    unchecked: 'The format "{format}" of "{place}" has no rule that a validator could assert.',
    wrongType: 'The format "{format}" of "{place}" is about {kind}s, and no value is one.',
  },
  schema(visit, { token, report }) {
    const { format } = visit.schema;
    if (format === undefined) return;
    const place = placeText(visit);
    const at = visit.locate("format");
    if (!isKnownFormat(format)) {
      const near = NEAREST.get(format) ?? suggest(format, FORMATS);
      const isSpelling = near !== null && lettersOf(near) === lettersOf(format);
      report({
        at,
        message: "unknown",
        data: { format, place },
        hint: near === null ? 'Say what you mean with a "pattern".' : `Did you mean "${near}"?`,
        fix:
          isSpelling && at.pointer !== undefined
            ? { file: at.file, edits: [{ kind: "set", pointer: at.pointer, value: near }] }
            : undefined,
      });
      return;
    }
    // A secret is the matter of no-secrets.
    if (UNCHECKED.has(format)) {
      if (format === "password") return;
      const hint = 'Say what you mean with a "pattern", or leave the format out.';
      report({ at, message: "unchecked", data: { format, place }, hint });
      return;
    }
    const kind = NUMBER_FORMATS.has(format) ? "number" : "string";
    if (possibleTypes(visit.schema, definitionsOf(token)).has(kind)) return;
    report({
      at,
      message: "wrongType",
      data: { format, place, kind },
      hint: `Remove the format, or declare the value as a ${kind}.`,
    });
  },
});
