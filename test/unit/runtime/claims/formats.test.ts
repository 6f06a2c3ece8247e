import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as formats from "../../../../src/runtime/claims/formats.js";
import { isUri } from "../../../../src/runtime/claims/uri.js";

const TEXT_FORMATS: Record<string, (text: string) => boolean> = {
  date: formats.isDate,
  time: formats.isTime,
  "date-time": formats.isDateTime,
  "iso-time": formats.isIsoTime,
  "iso-date-time": formats.isIsoDateTime,
  uri: isUri,
  regex: formats.isRegex,
  byte: formats.isByte,
};

const NUMBER_FORMATS: Record<string, (value: number) => boolean> = {
  int32: formats.isInt32,
  int64: formats.isInt64,
  float: formats.isFloat,
  double: formats.isDouble,
};

/** What ajv-formats says. */
function reference(name: string): (value: unknown) => boolean {
  const format = Object.entries(fullFormats).find(([key]) => key === name)?.[1];
  const validate: unknown = typeof format === "object" && !(format instanceof RegExp) ? format.validate : format;
  if (typeof validate !== "function") throw new TypeError(`${name} is no function`);
  return (value) => Boolean(validate(value));
}

const digits = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, "0"));
const time = fc
  .tuple(
    fc.constantFrom("22", "23", "24", "00", "12"),
    fc.constantFrom("59", "60", "00", "29"),
    fc.constantFrom("59", "60", "61", "60.5", "00.1"),
    fc.constantFrom("Z", "z", "", "+00:00", "-23:59", "+2359", "+05", "-00:30", "+24:00", "+01:60"),
  )
  .map(([hour, minute, second, offset]) => `${hour}:${minute}:${second}${offset}`);
const date = fc
  .tuple(fc.constantFrom("2000", "1900", "2023", "2024", "0000"), digits, digits)
  .map((parts) => parts.join("-"));
const dateTime = fc.tuple(date, fc.constantFrom("T", "t", " ", "\n", "TT", "_"), time).map((parts) => parts.join(""));
const pieces = fc
  .array(
    fc.constantFrom(
      "http",
      ":",
      "/",
      "//",
      "?",
      "#",
      "@",
      "[",
      "]",
      "::",
      "1",
      "ffff",
      "255",
      "256",
      ".",
      "%20",
      "%",
      "v1",
      "a",
      "é",
      " ",
      '"',
      "\\",
      "^",
      "=",
      "==",
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));
const uris = fc
  .tuple(
    fc.constantFrom("http://", "urn:", "x:/", "a+b://u@", "http://[", "1:", "//"),
    pieces,
    fc.constantFrom("", "]", "?", "#", ":80", "/a"),
    pieces,
  )
  .map((parts) => parts.join(""));
const ipv6 = fc
  .array(fc.constantFrom("::", ":", "1", "ffff", "1:", "1.2.3.4", "256.1.1.1", "00000"), { maxLength: 16 })
  .map((parts) => `http://[${parts.join("")}]`);
const patterns = fc
  .array(fc.constantFrom("\\Z", "\\\\Z", "a", "(", ")", "[", "]", "*", "+", "\\", "(?<n>", "\\p{L}", "{1}"), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const base64 = fc
  .array(fc.constantFrom("QUJD", "QQ==", "QUI=", "\n", "\r", "=", "A", "+/"), { maxLength: 6 })
  .map((parts) => parts.join(""));

describe.each(Object.entries(TEXT_FORMATS))("format %s", (name, isFormat) => {
  it("has the verdicts of ajv-formats on drawn texts", () => {
    const expected = reference(name);
    fc.assert(
      fc.property(
        fc.oneof(
          date,
          time,
          dateTime,
          uris,
          ipv6,
          pieces,
          patterns,
          base64,
          fc.string({ unit: "binary" }),
          fc.webUrl(),
        ),
        (text) => {
          expect({ text, is: isFormat(text) }).toEqual({ text, is: expected(text) });
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe.each(Object.entries(NUMBER_FORMATS))("format %s", (name, isFormat) => {
  it.each([0, -0, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, 1e300, -1.5])(
    "has ajv-formats' verdict on %d",
    (value) => {
      expect(isFormat(value)).toBe(reference(name)(value));
    },
  );
});

const data = join(
  process.env.CLAIMSMITH_TEST_DATA ?? join(import.meta.dirname, "../../../../../shared"),
  "json-schema-suite/tests",
);

describe.skipIf(!existsSync(data))(
  `formats in the JSON Schema suite${existsSync(data) ? "" : " (not run: no test data)"}`,
  () => {
    it("have the verdicts of ajv-formats", () => {
      const texts = new Set<string>();
      for (const draft of existsSync(data) ? readdirSync(data) : []) {
        const folder = join(data, draft, "optional/format");
        for (const file of existsSync(folder) ? readdirSync(folder) : []) {
          const groups = JSON.parse(readFileSync(join(folder, file), "utf8")) as { tests: { data: unknown }[] }[];
          for (const { tests } of groups)
            for (const test of tests) if (typeof test.data === "string") texts.add(test.data);
        }
      }
      expect(texts.size).toBeGreaterThan(100);
      for (const [name, isFormat] of Object.entries(TEXT_FORMATS)) {
        const expected = reference(name);
        for (const text of texts)
          expect({ name, text, is: isFormat(text) }).toEqual({ name, text, is: expected(text) });
      }
    });
  },
);
