import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../../src/runtime/testing/test-clock.js";

const START = new Date("2026-03-01T00:00:00Z");

describe("createTestClock", () => {
  it("stands still where it is given a time, and moves on and back", () => {
    const clock = createTestClock(START);
    expect(clock.now()).toEqual(START);
    clock.move("5m");
    expect(clock.now().toISOString()).toBe("2026-03-01T00:05:00.000Z");
    clock.move("-1h");
    expect(clock.now().toISOString()).toBe("2026-02-28T23:05:00.000Z");
  });

  it("is set to a time, whatever it was moved by before", () => {
    const clock = createTestClock();
    clock.move("90d");
    clock.set(START.getTime() / 1000);
    expect(clock.now()).toEqual(START);
  });

  it.each(["5", 5, "-", "5 m", undefined])("refuses to move by %j", (by) => {
    const clock = createTestClock(START);
    expect(() => clock.move(by as "5m")).toThrow(expect.objectContaining({ code: "invalid_option" }));
  });

  it("refuses milliseconds in place of seconds", () => {
    expect(() => createTestClock(START.getTime())).toThrow(expect.objectContaining({ code: "invalid_option" }));
  });
});
