import { describe, expect, it } from "vitest";
import { roundLifetime } from "../../../src/infer/round-lifetime.js";
import { parseDuration } from "../../../src/text/duration.js";

describe("roundLifetime", () => {
  it.each([
    [1, "1m"],
    [60, "1m"],
    [61, "2m"],
    [899.5, "15m"],
    [900, "15m"],
    [3599, "1h"],
    [3600, "1h"],
    [3900, "65m"],
    [3601, "2h"],
    [86_400, "1d"],
    [86_399, "1d"],
    [2_592_000, "30d"],
    [31_536_001, "366d"],
  ])("makes of %d seconds %s", (seconds, want) => {
    expect(roundLifetime(seconds)).toBe(want);
    expect(parseDuration(want, { file: "x" })).toBeGreaterThanOrEqual(seconds);
  });
});
