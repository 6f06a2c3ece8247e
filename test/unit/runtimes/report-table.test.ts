import { expect, it } from "vitest";
import { reportFailures, reportTable } from "../../runtimes/report-table.js";

const passed = { engine: "Web Crypto", cases: 3, passed: 3, differences: 0, failures: [] };
const rows = [
  { id: "bun", version: "1.4.5", emit: "js", result: passed },
  { id: "deno", version: "2.9.6", emit: "js", result: { ...passed, passed: 2, differences: 1 } },
  { id: "workerd", version: null, emit: "js", reason: "failed: ended with 1: no\nreally not", failed: true },
  { id: "chromium", reason: "not run: there is no /usr/bin/chromium" },
  {
    id: "node-20",
    version: "20.19.0",
    emit: "ts",
    result: { ...passed, passed: 2, failures: [{ name: "a case", want: "accepted", got: "expired" }] },
  },
];

it("the table has a line for each run, and says of a runtime that is not there that it was not run", () => {
  expect(reportTable(rows).split("\n")).toEqual([
    "runtime   version  package  engine      cases passed",
    "bun       1.4.5    js       Web Crypto  3 of 3",
    "deno      2.9.6    js       Web Crypto  2 of 3, 1 known to differ",
    "workerd            js                   failed: ended with 1: no",
    "chromium                                not run: there is no /usr/bin/chromium",
    "node-20   20.19.0  ts       Web Crypto  2 of 3",
  ]);
});

it("what failed is told in full, and what was not run is no failure", () => {
  expect(reportFailures(rows).split("\n")).toEqual([
    "workerd (js): failed: ended with 1: no",
    "really not",
    "node-20 (ts): a case",
    "  wanted accepted, got expired",
  ]);
  expect(reportFailures(rows.slice(0, 2))).toBe("");
});
