import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { includes } from "../../src/containment/includes.js";
import { isCounterexample } from "../support/counterexample.js";
import { normalForm } from "../support/normal-form.js";
import { testData } from "../support/test-data.js";

/** Verdicts that agree with the data. It may only rise. */
const FEWEST_RIGHT = 1_140;
/**
 * Verdicts of the data that a value refutes which both validators confirm: it takes `.` for every character, line ends included.
 * It may only fall.
 */
const MOST_REFUTED = 11;

interface Case {
  readonly id: string;
  readonly base: unknown;
  readonly revision: unknown;
  readonly backward: boolean;
  readonly forward: boolean | null;
  /** About what an object that is silent on other members means to claim sets: another stage's question. */
  readonly silent?: boolean;
}

const folder = testData("diff-cases");

describe.skipIf(folder === null)("pairs of schemas with known verdicts (not run: no test data, where skipped)", () => {
  const cases = folder === null ? [] : readCases(folder);
  const plain = cases.filter(({ silent }) => silent !== true);
  const optimistic: string[] = [];
  const refuted: string[] = [];
  const open: string[] = [];
  let right = 0;

  it("are never said to be included when they are not", () => {
    for (const each of plain) {
      const base = normalForm(each.base);
      const revision = normalForm(each.revision);
      for (const [direction, a, b, isIncluded] of [
        ["backward", base, revision, each.backward],
        ["forward", revision, base, each.forward],
      ] as const) {
        if (typeof isIncluded !== "boolean") continue;
        const found = includes(a, b);
        const line = `${each.id} ${direction}: ${JSON.stringify(found)}`;
        if (found.verdict === "unknown") open.push(line);
        else if ((found.verdict === "included") === isIncluded) right += 1;
        else if (found.verdict === "included") optimistic.push(line);
        else refuted.push(line);
        if (found.verdict === "not-included") expect(isCounterexample(a, b, found.witness), line).toBe(true);
      }
    }
    expect(optimistic).toEqual([]);
  });

  it("are seldom left open", () => {
    const leftOut = cases.length - plain.length;
    console.log(`${right} right, ${open.length} left open, ${refuted.length} refuted, ${leftOut} pairs left out`);
    for (const line of open) console.log(`left open: ${line}`);
    expect(refuted.length, refuted.join("\n")).toBeLessThanOrEqual(MOST_REFUTED);
    expect(right).toBeGreaterThanOrEqual(FEWEST_RIGHT);
  });
});

/** The form of these files is ours: an object with `cases`. */
function readCases(from: string): readonly Case[] {
  return readdirSync(from)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => (JSON.parse(readFileSync(path.join(from, file), "utf8")) as { cases: Case[] }).cases);
}
