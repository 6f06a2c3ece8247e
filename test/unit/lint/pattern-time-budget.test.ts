import { describe, expect, it, vi } from "vitest";
import { timeOfPattern } from "../../../src/lint/pattern-time.js";
import { configOf, projectOf } from "../../support/project.js";

const timeouts = vi.hoisted((): number[] => []);

// A library that never decides: what a pattern costs is then what it was given.
vi.mock("recheck/lib/browser.js", () => ({
  default: {
    checkSync: (_source: string, _flags: string, { timeout }: { readonly timeout: number }) => {
      timeouts.push(timeout);
      return { status: "unknown", error: { kind: "timeout" } };
    },
  },
}));

describe("the time that patterns get", () => {
  it("is three seconds each, and little after five that took all of it", async () => {
    const project = projectOf(configOf(), { "schema.json": { type: "object" } });
    for (let at = 0; at < 8; at += 1) await timeOfPattern(`(a+)+${at}`, project);
    expect(timeouts).toEqual([3000, 3000, 3000, 3000, 3000, 100, 100, 100]);
  });

  it("is spent once on a pattern", async () => {
    const project = projectOf(configOf(), { "schema.json": { type: "object" } });
    timeouts.length = 0;
    expect(await timeOfPattern("(a+)+", project)).toEqual({ kind: "unknown" });
    expect(await timeOfPattern("(a+)+", project)).toEqual({ kind: "unknown" });
    expect(timeouts).toEqual([3000]);
  });
});
