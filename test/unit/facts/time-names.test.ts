import { describe, expect, it } from "vitest";
import { NUMERIC_DATES } from "../../../src/facts/numeric-dates.js";
import { isMillisecondsName, isTimeName } from "../../../src/facts/time-names.js";

describe("isTimeName", () => {
  it.each([
    ...NUMERIC_DATES.keys(),
    "createdAt",
    "created_at_ms",
    "https://acme.example/claims/last-login-at",
    "timestamp",
    "session_expiry",
    "valid_until",
    "validFrom",
    "startTime",
    "passwordExp",
  ])("sees a point in time in %s", (name) => {
    expect(isTimeName(name)).toBe(true);
  });

  it.each(["at", "flat", "runtime", "time", "full_time", "until", "start_date", "experience", "__proto__", ""])(
    "sees none in %j",
    (name) => {
      expect(isTimeName(name)).toBe(false);
    },
  );
});

describe("isMillisecondsName", () => {
  it.each(["expires_at_ms", "timestampMillis", "iat_ms", "auth_time_milliseconds"])(
    "sees milliseconds in %s",
    (name) => {
      expect(isMillisecondsName(name)).toBe(true);
    },
  );

  it.each(["expires_at", "latency_ms", "ms", "iat"])("sees none in %s", (name) => {
    expect(isMillisecondsName(name)).toBe(false);
  });
});
