import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { includes } from "../../src/containment/includes.js";
import { DirectionJudge } from "../../src/diff/direction-judge.js";
import { SchemaError } from "../../src/errors.js";
import type { Token } from "../../src/model/model.js";
import { configOf, projectOf } from "../support/project.js";
import { testData } from "../support/test-data.js";

/** Verdicts that agree with the data. It may only rise. */
const FEWEST_RIGHT = 232;

interface Case {
  readonly id: string;
  readonly base: unknown;
  readonly revision: unknown;
  readonly backward: boolean;
  readonly forward?: boolean | null;
  /** About objects that are silent on other members: closed for producers, open for consumers. */
  readonly silent?: boolean;
}

const folder = testData("diff-cases");

describe.skipIf(folder === null)("changes of a claim (not run: no test data, where skipped)", () => {
  const cases = folder === null ? [] : readCases(folder).filter(({ silent }) => silent === true);

  it("are never called compatible when they are not, and seldom the other way", () => {
    const optimistic: string[] = [];
    const pessimistic: string[] = [];
    let right = 0;
    for (const { id, base, revision, backward, forward } of cases) {
      const [before, after] = [tokenOf(base), tokenOf(revision)];
      for (const [direction, from, to, want] of [
        ["backward", before, after, backward],
        ["forward", after, before, forward],
      ] as const) {
        if (typeof want !== "boolean") continue;
        const found = new DirectionJudge(from, to, includes).claims();
        if ((found.verdict === "included") === want) right++;
        else (want ? pessimistic : optimistic).push(`${id} ${direction}: ${JSON.stringify(found)}`);
      }
    }
    console.log(`${right} right, ${pessimistic.length} pessimistic`);
    for (const line of pessimistic) console.log(`pessimistic: ${line}`);
    expect(optimistic).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(FEWEST_RIGHT);
  });
});

/** A token whose claim `v` is the schema; draft-07 where it only is one. */
function tokenOf(schema: unknown): Token {
  const claims = { type: "object", properties: { v: { $ref: "v.json" } } };
  try {
    const [token] = projectOf(configOf(), { "schema.json": claims, "v.json": schema }).tokens;
    if (token === undefined) throw new TypeError("The project has no token.");
    return token;
  } catch (error) {
    const isObject = typeof schema === "object" && schema !== null;
    if (!(error instanceof SchemaError) || !isObject || Object.hasOwn(schema, "$schema")) throw error;
    return tokenOf({ $schema: "http://json-schema.org/draft-07/schema#", ...schema });
  }
}

/** The form of these files is ours: an object with `cases`. */
function readCases(from: string): readonly Case[] {
  return readdirSync(from)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => (JSON.parse(readFileSync(path.join(from, file), "utf8")) as { cases: Case[] }).cases);
}
