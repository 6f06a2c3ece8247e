import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { TokenDiff } from "../../../src/diff/diff-report.js";
import { configOf, projectOf } from "../../support/project.js";
import { judgesOf } from "../../support/token-judges.js";
import type { CompatibilityCase } from "./compatibility-case.js";
import { COMPATIBILITY_CASES } from "./compatibility-cases.js";
import { compatibilityPage } from "./compatibility-page.js";

async function compare({ before, after, token }: CompatibilityCase, isReversed = false) {
  const [base, revision] = [
    projectOf(configOf(token.before), { "schema.json": before }),
    projectOf(configOf(token.after), { "schema.json": after }),
  ];
  const sides = isReversed ? ([revision, base] as const) : ([base, revision] as const);
  const { tokens } = await diffProjects(...sides, { today: "2026-01-01" });
  const [only] = tokens;
  if (only === undefined) throw new TypeError("No token was compared.");
  return { diff: only, sides };
}

/** Whose code stops compiling, in the words of the cases. */
function codeOf({ changes }: TokenDiff): string {
  const breaks = changes.flatMap((change) => change.breaks);
  const [producers, consumers] = [breaks.includes("producer-types"), breaks.includes("consumer-types")];
  return producers ? (consumers ? "both" : "producers") : consumers ? "consumers" : "";
}

const REVERSE = {
  none: "none",
  "any-order": "any-order",
  "consumers-first": "producers-first",
  "producers-first": "consumers-first",
  "two-step": "two-step",
} as const;

describe("a change", () => {
  it.each(COMPATIBILITY_CASES.map((one) => [`${one.group}: ${one.change}`, one] as const))("%s", async (_, given) => {
    const { diff, sides } = await compare(given);
    const verdict = diff.level === "none" ? "none" : diff.rollout;
    expect({ verdict, code: given.code === null ? null : codeOf(diff) }).toEqual({
      verdict: given.want,
      code: given.code,
    });
    for (const { witness, proof, breaks } of diff.changes) {
      expect(proof).not.toBe("unknown");
      if (witness === null) continue;
      const [base, revision] = sides.map(({ tokens }) => tokens[0]);
      const [from, to] = witness.direction === "backward" ? [base, revision] : [revision, base];
      expect(breaks).toContain(witness.direction);
      if (from === undefined || to === undefined) throw new TypeError("A token is missing.");
      expect([judgesOf(from).issues(witness.claims), judgesOf(to).refuses(witness.claims)]).toEqual([true, true]);
    }
  });

  it.each(COMPATIBILITY_CASES.map((one) => [`${one.group}: ${one.change}`, one] as const))(
    "has the opposite order of deployment when it is taken back: %s",
    async (_, given) => {
      const { diff } = await compare(given, true);
      expect(diff.level === "none" ? "none" : diff.rollout).toBe(REVERSE[given.want]);
    },
  );
});

describe("docs/compatibility.md", () => {
  it("is what the cases say", async () => {
    await expect(compatibilityPage(COMPATIBILITY_CASES)).toMatchFileSnapshot("../../../docs/compatibility.md");
  });
});
