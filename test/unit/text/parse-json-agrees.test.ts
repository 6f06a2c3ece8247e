import fc from "fast-check";
import { expect, test } from "vitest";

import { SchemaError } from "../../../src/errors.js";
import { parseText } from "../../../src/text/parse-json.js";

/** The value by our reader, or its error. */
function readJson(text: string): { value: unknown } | { error: unknown } {
  try {
    return { value: parseText({ file: "a.json", text }, "schema").value };
  } catch (error) {
    return { error };
  }
}

/** JSON texts, most of them with a few characters changed. */
const nearlyJson = fc
  .tuple(
    fc.json(),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(..."{}[],:\"\\/* \n\t0-1.eE+ntu'#", "")), { maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((changed, [place, character]) => {
      const at = place % (changed.length + 1);
      return changed.slice(0, at) + character + changed.slice(at + 1);
    }, text),
  );

test("whatever the text: the value of JSON.parse, or an error with a place", () => {
  fc.assert(
    fc.property(nearlyJson, (text) => {
      let want: { value: unknown } | null;
      try {
        want = { value: JSON.parse(text) };
      } catch {
        want = null;
      }
      const got = readJson(text);
      if ("value" in got) {
        expect(got).toEqual(want);
        return;
      }
      expect(got.error).toBeInstanceOf(SchemaError);
      const { code, at } = got.error as SchemaError;
      expect(at?.line).toBeGreaterThan(0);
      expect(at?.column).toBeGreaterThan(0);
      // What JSON.parse lets pass is refused for two reasons only: a name that stands twice, and a number without end.
      const isTooLarge = code === "invalid_syntax" && /e\+?\d{3}/iu.test(text);
      if (want !== null) expect(code === "duplicate_key" || isTooLarge).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("whatever the text, YAML gives a value or an error with a place", () => {
  const nearlyYaml = fc.array(
    fc.constantFrom(
      "a",
      "b: ",
      "- ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      "&x ",
      "*x",
      "'",
      '"',
      "|\n",
      "? ",
      "#",
      "!t ",
      "---\n",
      "%",
      ",",
      ":",
      "\t",
      "<<: ",
      "\r",
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(nearlyYaml, (parts) => {
      try {
        const { value } = parseText({ file: "a.yaml", text: parts.join("") }, "schema");
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      } catch (error) {
        expect(error).toBeInstanceOf(SchemaError);
        expect((error as SchemaError).at?.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 3000 },
  );
});
