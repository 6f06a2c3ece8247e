import { describe, expect, it } from "vitest";
import { dateWords, distanceWords, spanWords } from "../../../src/inspect/time-words.js";

describe("spanWords", () => {
  it.each([
    [0, "less than a second"],
    [0.4, "less than a second"],
    [1, "1 second"],
    [-59, "59 seconds"],
    [60, "1 minute"],
    [61, "1 minute and 1 second"],
    [3600, "1 hour"],
    [3601, "1 hour"],
    [7260, "2 hours and 1 minute"],
    [86_400, "1 day"],
    [90_000, "1 day and 1 hour"],
    [86_460, "1 day"],
    [365 * 86_400, "1 year"],
    [400 * 86_400, "1 year and 35 days"],
  ])("says of %d seconds: %s", (seconds, words) => {
    expect(spanWords(seconds)).toBe(words);
  });
});

describe("dateWords", () => {
  it.each([
    [0, "1970-01-01 00:00:00 UTC"],
    [1_735_689_600, "2025-01-01 00:00:00 UTC"],
    [1_735_689_600.9, "2025-01-01 00:00:00 UTC"],
    [1_735_689_600_000, "the year 56971"],
    [-1e12, "the year -29719"],
    [1e300, "a time beyond every calendar"],
    [Number.NaN, "a time beyond every calendar"],
  ])("says of %d: %s", (seconds, words) => {
    expect(dateWords(seconds)).toBe(words);
  });
});

describe("distanceWords", () => {
  it.each([
    [100, 100, "now"],
    [100.5, 100, "now"],
    [160, 100, "in 1 minute"],
    [40, 100, "1 minute ago"],
  ])("says of %d at %d: %s", (seconds, now, words) => {
    expect(distanceWords(seconds, now)).toBe(words);
  });
});
