import { describe, expect, test } from "vitest";

import { ConfigError } from "../../../src/errors.js";
import { parseDuration } from "../../../src/text/duration.js";
import { thrownBy } from "../../support/thrown-by.js";

const EXAMPLE = 'Write for example "15m".';
const AT = { file: "claims.config.json", line: 3, column: 5 };

describe("parseDuration", () => {
  test.each([
    ["30s", 30],
    ["15m", 900],
    ["1h", 3600],
    ["90d", 7_776_000],
    ["1.5h", 5400],
    ["1.1m", 66],
    ["0.5m", 30],
  ])("reads %s as %i seconds", (text, want) => {
    expect(parseDuration(text, AT)).toBe(want);
  });

  test("accepts no time at all only where that is allowed", () => {
    expect(parseDuration("0s", AT, { allowZero: true })).toBe(0);
    expect(thrownBy(() => parseDuration("0s", AT))).toMatchObject({ message: "The duration must be longer than 0." });
  });

  test.each([900, "900", " 900 ", 1.5, "-5", 0])("refuses %j, which has no unit, and says why", (value) => {
    const error = thrownBy(() => parseDuration(value, AT));
    expect(error).toMatchObject({ code: "invalid_duration", at: AT });
    expect(error).toHaveProperty("hint", expect.stringContaining("some as milliseconds"));
  });

  test.each([
    ["15 m", 'Did you mean "15m"?'],
    ["15min", 'Did you mean "15m"?'],
    ["2 Hours", 'Did you mean "2h"?'],
    ["100ms", undefined],
    ["1mo", undefined],
    ["1w", 'Did you mean "7d"?'],
    ["2 weeks", 'Did you mean "14d"?'],
    ["1h30m", 'Write one number with one unit: "90m" is an hour and a half.'],
    ["-5m", undefined],
    ["m", undefined],
    ["", undefined],
    ["1e3s", undefined],
    ["\u0663m", undefined],
    ["15m\n", 'Did you mean "15m"?'],
    ["0.5s", "Tokens count in seconds (RFC 7519 section 2)."],
    ["1.0000001s", "Tokens count in seconds (RFC 7519 section 2)."],
    [`${"9".repeat(90)}d`, undefined],
    [`${"9".repeat(400)}d`, undefined],
    [null, undefined],
    [true, undefined],
    [[], undefined],
    [{}, undefined],
    [undefined, undefined],
  ])("refuses %j", (value, hint) => {
    const error = thrownBy(() => parseDuration(value, AT));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({
      code: "invalid_duration",
      at: AT,
      expected: "a number with a unit: s, m, h or d, as in 15m",
      hint: hint ?? EXAMPLE,
    });
  });

  test.each([
    ["digits", `${"1".repeat(1_000_000)}x`],
    ["blanks", `${" ".repeat(1_000_000)}x`],
    ["dots", "1.".repeat(500_000)],
    ["units", `1${"m".repeat(1_000_000)}!`],
  ])("gives up on a million %s at once", (_name, text) => {
    // A pattern that backtracks would take hours here, so the test's own time limit is the check.
    expect(thrownBy(() => parseDuration(text, AT))).toMatchObject({ code: "invalid_duration", hint: EXAMPLE });
  });
});
