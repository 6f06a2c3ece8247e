import process from "node:process";
import v8 from "node:v8";
import { afterEach, describe, expect, it, vi } from "vitest";
import { tuneEngine } from "../../../src/cli/tune-engine.js";

const versions = process.versions;

/** Says that the process runs on another V8, and gives the flags that are set meanwhile. */
function flagsOf(engine: string | undefined): readonly unknown[] {
  const set = vi.spyOn(v8, "setFlagsFromString").mockImplementation(() => {});
  Object.defineProperty(process, "versions", { value: { ...versions, v8: engine }, configurable: true });
  tuneEngine();
  return set.mock.calls.flat();
}

afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(process, "versions", { value: versions, configurable: true });
});

describe("tuneEngine", () => {
  it("sets the flags of the V8 of Node 20", () => {
    expect(flagsOf("11.3.244.8-node.33")).toEqual(["--interrupt-budget=2000000", "--heap-growing-percent=30"]);
  });

  it.each([
    ["the V8 of Node 22, which has no such flag", "12.4.254.21-node.57"],
    ["a V8 whose number only starts alike", "11.30.0"],
    ["an engine without V8", undefined],
  ])("sets none of %s", (_, engine) => {
    expect(flagsOf(engine)).toEqual([]);
  });
});
