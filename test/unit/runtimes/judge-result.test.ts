import { describe, expect, it } from "vitest";
import { findUneven, judgeResult } from "../../runtimes/judge-result.js";

const failure = { name: "a case", want: "accepted", got: "invalid_key" };
const result = (failures: readonly object[], engine = "Web Crypto") => ({ passed: 3, failures, engine });
const expected = (known: Readonly<Record<string, string>> = {}) => ({ known, engine: "Web Crypto" });

describe("what a runtime has answered", () => {
  it("has failed in what is not known of it", () => {
    expect(judgeResult(result([failure]), expected())).toEqual({
      engine: "Web Crypto",
      cases: 4,
      passed: 3,
      differences: 0,
      failures: [failure],
    });
  });

  it("has not failed in a difference that is known", () => {
    expect(judgeResult(result([failure]), expected({ "a case": "invalid_key" }))).toMatchObject({
      cases: 4,
      differences: 1,
      failures: [],
    });
  });

  it("has failed where a known difference is another one now", () => {
    const { failures, differences } = judgeResult(result([failure]), expected({ "a case": "accepted" }));
    expect([failures, differences]).toEqual([[failure], 0]);
  });

  it.each([
    ["a known difference is gone", result([]), expected({ "a case": "accepted" }), "a case"],
    ["another engine did the work", result([], "node:crypto"), expected(), "the engine of this runtime"],
    ["no case was run", { ...result([]), passed: 0 }, expected(), "the suite"],
  ])("has failed where %s", (_name, given, wanted, name) => {
    expect(judgeResult(given, wanted).failures).toMatchObject([{ name }]);
  });
});

it("any engine will do where none is expected", () => {
  expect(judgeResult(result([], "node:crypto"), { known: {}, engine: null }).failures).toEqual([]);
});

it("a runtime that ran less cases than others of its sort is named once", () => {
  const row = (id: string, hasNodeKeys: boolean, cases: number) => ({ id, hasNodeKeys, result: { cases } });
  const rows = [row("a", true, 9), row("b", true, 8), row("b", true, 8), row("c", false, 5), { id: "d" }];
  expect(findUneven(rows)).toEqual(["b"]);
  expect(findUneven([row("a", true, 9), row("c", false, 5)])).toEqual([]);
});
