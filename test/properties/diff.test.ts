import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { diffProjects } from "../../src/diff/diff-projects.js";
import type { Direction, TokenDiff } from "../../src/diff/diff-report.js";
import { ClaimsmithError } from "../../src/errors.js";
import type { Project, Token } from "../../src/model/model.js";
import type { JsonValue } from "../../src/schema/json-schema.js";
import { applyExpansion } from "../support/apply-expansion.js";
import { arbitraryClaimSetChange, type DrawnChange } from "../support/arbitrary-claim-set-change.js";
import { configOf, projectOf } from "../support/project.js";
import { judgesOf } from "../support/token-judges.js";

/** Pairs of claim sets. */
const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 300);
/** Pairs that are compared at once, as the tokens of one project. */
const AT_ONCE = 20;
/** In milliseconds: a pair takes some fifty, and more where the machine is busy. */
const TIMEOUT = 120_000 + RUNS * 400;

/** What stops compiling has tests of its own, and takes longest. */
const OPTIONS = { today: "2026-01-01", types: false };

const DIRECTIONS = ["backward", "forward"] as const;

interface Sources {
  readonly schema: unknown;
  readonly token: Readonly<Record<string, unknown>>;
}

/** A project of many tokens, each of a schema file of its own. */
function projectOfAll(sources: readonly Sources[]): Project {
  const tokens = sources.map(({ token }, at) => [`t${at}`, { ...tokenOf(token), schema: `${at}.json` }] as const);
  const files = sources.map(({ schema }, at) => [`${at}.json`, schema] as const);
  return projectOf(configOf({}, { tokens: Object.fromEntries(tokens) }), Object.fromEntries(files));
}

function tokenOf(token: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { algorithms: ["ES256"], lifetime: "15m", ...token };
}

/** Whether a drawn claim set is one: a change at its root may leave none, or contradict RFC 7519. */
function isUsable(sources: Sources): boolean {
  if (JSON.stringify(sources.schema).includes("unevaluatedItems")) return false;
  try {
    projectOfAll([sources]);
    return true;
  } catch (error) {
    if (error instanceof ClaimsmithError) return false;
    throw error;
  }
}

describe("a comparison", { timeout: TIMEOUT }, () => {
  const counts = { pairs: 0, directions: 0, refuted: 0, optimistic: 0, pessimistic: 0, twoStep: 0, expanded: 0 };
  afterAll(() => console.log(JSON.stringify(counts)));

  test("calls nothing compatible that a drawn token refutes, shows only witnesses that hold, and expands to what holds", async () => {
    const pairs = fc.array(arbitraryClaimSetChange, { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(pairs, async (drawn) => {
        const usable = drawn.filter((one) => sidesOf(one).every(isUsable));
        const before = usable.map((one) => sidesOf(one)[0]);
        const after = usable.map((one) => sidesOf(one)[1]);
        const [base, revision] = [projectOfAll(before), projectOfAll(after)];
        const { tokens } = await diffProjects(base, revision, OPTIONS);
        for (const [at, one] of usable.entries()) {
          checkVerdicts(one, tokens[at], base.tokens[at], revision.tokens[at]);
        }
        await checkExpansions(before, after, tokens);
      }),
      { numRuns: Math.ceil(RUNS / AT_ONCE), endOnFailure: true },
    );
    // Else the drawn tokens would refute nothing, and the test could not fail.
    expect(counts.refuted).toBeGreaterThan(0);
    expect(counts.expanded).toBeGreaterThan(0);
    expect(counts.pessimistic / counts.directions).toBeLessThan(0.05);
  });

  function checkVerdicts(one: DrawnChange, diff?: TokenDiff, base?: Token, revision?: Token): void {
    if (diff === undefined || base === undefined || revision === undefined) throw new TypeError("A token is missing.");
    counts.pairs += 1;
    const sides = { backward: [base, revision], forward: [revision, base] } as const;
    const shown = JSON.stringify(one);
    for (const direction of DIRECTIONS) {
      const [from, to] = sides[direction].map(judgesOf);
      const counter = drawnClaims(one).filter((claims) => from?.issues(claims) && to?.refuses(claims));
      counts.directions += 1;
      counts.refuted += counter.length;
      if (diff[direction] && counter.length > 0) counts.optimistic += 1;
      if (diff[direction]) expect(counter, shown).toEqual([]);
      else if (counter.length === 0 && isUnproved(diff, direction)) counts.pessimistic += 1;
    }
    for (const { witness } of diff.changes) {
      if (witness === null) continue;
      const [from, to] = sides[witness.direction].map(judgesOf);
      expect([from?.issues(witness.claims), to?.refuses(witness.claims)], shown).toEqual([true, true]);
    }
  }

  /** Written into the sources, an expanded state is what a comparison calls compatible with both sides. */
  async function checkExpansions(before: readonly Sources[], after: readonly Sources[], tokens: readonly TokenDiff[]) {
    counts.twoStep += tokens.filter(({ rollout }) => rollout === "two-step").length;
    const expanded = tokens.flatMap(({ expansion }, at): (readonly [Sources, Sources, Sources])[] => {
      const [old, now] = [before[at], after[at]];
      if (expansion === null || old === undefined || now === undefined) return [];
      const { file, token } = applyExpansion(now.schema, tokenOf(now.token), expansion);
      return [[old, { schema: file, token }, now]];
    });
    counts.expanded += expanded.length;
    const [base, between, revision] = [0, 1, 2].map((at) =>
      projectOfAll(expanded.map((states) => states[at] as Sources)),
    );
    if (base === undefined || between === undefined || revision === undefined) return;
    const first = await diffProjects(base, between, OPTIONS);
    const second = await diffProjects(between, revision, OPTIONS);
    for (const [at, states] of expanded.entries()) {
      const holds = [first.tokens[at]?.backward, second.tokens[at]?.forward];
      expect(holds, JSON.stringify(states)).toEqual([true, true]);
    }
  }
});

function sidesOf({ before, after, policies: [old, now] }: DrawnChange): readonly [Sources, Sources] {
  return [
    { schema: before, token: { ...old } },
    { schema: after, token: { ...now } },
  ];
}

function drawnClaims({ claims }: DrawnChange): readonly JsonValue[] {
  return claims.flatMap((one) => [
    { ...one, exp: 2, iat: 1, iss: "https://a.example" },
    { ...one, exp: 2, iat: 1, iss: "https://b.example" },
  ]);
}

function isUnproved({ changes }: TokenDiff, direction: Direction): boolean {
  const breaking = changes.filter(({ breaks }) => breaks.includes(direction));
  return breaking.every(({ proof }) => proof === "unknown");
}
