import * as fc from "fast-check";
import recheck from "recheck/lib/browser.js";
import { describe, expect, it } from "vitest";
import { isDeterministicPattern } from "../../src/containment/regular/deterministic-pattern.js";
import { matcherOf } from "../../src/containment/regular/match-pattern.js";

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 60);

/** Small patterns over few characters, so that what begins alike is met often. */
const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.constantFrom("a", "b", "c", "[ab]", "[^a]", ".", "(?:|)") },
    { weight: 2, arbitrary: tie("pattern").map((inner) => `(?:${inner})`) },
    { weight: 1, arbitrary: fc.tuple(tie("pattern"), tie("pattern")).map(([one, other]) => `(?:${one}|${other})`) },
  ),
  pattern: fc
    .array(fc.tuple(tie("atom"), fc.constantFrom("", "", "?", "*", "+", "{2}", "{1,3}")), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map(([atom, quantifier]) => atom + quantifier).join("")),
}));

describe("the matcher of a pattern", () => {
  it("says of a text what the platform's engine says", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "\n"), maxLength: 8 });
    const wrapped = fc
      .tuple(fc.constantFrom("", "^"), pattern, fc.constantFrom("", "$"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(wrapped, text, (one, value) => {
        const matcher = matcherOf(one);
        fc.pre(matcher !== null);
        expect(matcher?.(value)).toBe(new RegExp(one, "u").test(value));
      }),
      { numRuns: RUNS * 20 },
    );
  });
});

describe("patterns that are called deterministic", { timeout: 60_000 + RUNS * 500 }, () => {
  it("take linear time by the library that decides the others", () => {
    const anchored = pattern.map((body) => `^${body}$`).filter(isDeterministicPattern);
    fc.assert(
      fc.property(anchored, (one) => {
        const { status } = recheck.checkSync(one, "u", { timeout: 1_000 });
        expect(status).not.toBe("vulnerable");
      }),
      { numRuns: RUNS },
    );
  });
});
