import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { automatonOf } from "../../../../src/containment/regular/automaton.js";
import { literalAutomaton } from "../../../../src/containment/regular/literal-automaton.js";
import { type Demand, searchWords } from "../../../../src/containment/regular/search-words.js";

function demand(pattern: string, isAccepted: boolean): Demand {
  const automaton = automatonOf(pattern);
  if (automaton === null) throw new TypeError(`There is no automaton of ${pattern}.`);
  return { automaton, isAccepted };
}

/** What an automaton says of a text, read character by character. */
function isAccepted(pattern: string, text: string): boolean {
  const { automaton } = demand(pattern, true);
  let states = automaton.start();
  for (const char of text) states = automaton.step(states, char.codePointAt(0) ?? 0);
  return automaton.isAccepted(states, text === "");
}

const atom = fc.constantFrom(
  "a",
  "b",
  "-",
  ".",
  "[ab]",
  "[^a]",
  "\\d",
  "\\w",
  "\\s",
  "\\u{1F600}",
  "\\x61",
  "é",
  "[a-c\\d]",
  "\\.",
);
const expression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.constantFrom("^", "$", "^a$", ""),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => one + other),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie("expression"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{2,}", "*?"))
      .map(([part, quantifier]) => `(${part})${quantifier}`),
  ),
})).expression;
const text = fc.array(fc.constantFrom("a", "b", "c", "-", "1", "é", " ", "\n", "\u{1F600}", "."), { maxLength: 6 });

describe("automatonOf", () => {
  it("accepts a text exactly where the regular expression matches in it", () => {
    fc.assert(
      fc.property(expression, fc.array(text, { minLength: 8, maxLength: 8 }), (pattern, texts) => {
        const own = new RegExp(pattern, "u");
        for (const chars of texts) {
          const drawn = chars.join("");
          expect(isAccepted(pattern, drawn), JSON.stringify([pattern, drawn])).toBe(own.test(drawn));
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it.each([["(?=a)b"], ["(?<!a)b"], ["\\bword\\b"], ["(a)\\1"], ["(?<n>a)\\k<n>"], ["a{5000}"], ["(?:a{900}){900}"]])(
    "has none for %s",
    (pattern) => {
      expect(automatonOf(pattern)).toBeNull();
    },
  );

  it.each([
    ["\\p{Lu}", "É", true],
    ["\\P{Lu}", "É", false],
    ["^\\cA$", "\u0001", true],
    ["^[\\b]$", "\b", true],
    ["^\\uD83D\\uDE00$", "\u{1F600}", true],
    ["^[a-]$", "-", true],
    ["(?<name>a)", "a", true],
  ])("reads %s", (pattern, drawn, want) => {
    expect(isAccepted(pattern, drawn)).toBe(want);
    expect(new RegExp(pattern, "u").test(drawn)).toBe(want);
  });
});

describe("searchWords", () => {
  const infinite = Number.POSITIVE_INFINITY;

  it("finds the shortest texts first", () => {
    expect(searchWords([demand("^a+b?$", true)], 0, infinite, 3)).toMatchObject({
      words: ["a", "aa", "ab"],
      isExhausted: false,
    });
  });

  it("knows when there are no more", () => {
    expect(searchWords([demand("^(a|b)$", true)], 0, infinite, 5)).toMatchObject({
      words: ["a", "b"],
      isExhausted: true,
    });
  });

  it.each([
    ["^[a-c]+$", "^[a-z]+$"],
    ["^https://api\\.", "^https:"],
    ["^(ab|cd)*$", "^([a-d]{2})*$"],
    ["^a.*b$", "b$"],
    ["^\\d{4}$", "^[0-9]{2,4}$"],
  ])("proves that what matches %s matches %s", (inner, outer) => {
    expect(searchWords([demand(inner, true), demand(outer, false)], 0, infinite, 1)).toMatchObject({
      words: [],
      isExhausted: true,
    });
    expect(searchWords([demand(outer, true), demand(inner, false)], 0, infinite, 1).words).toHaveLength(1);
  });

  it("keeps to the lengths, in characters", () => {
    expect(searchWords([demand("^\\u{1F600}*$", true)], 2, 2, 5)).toMatchObject({
      words: ["\u{1F600}\u{1F600}"],
      isExhausted: true,
    });
    expect(searchWords([demand("^(aa)*$", true)], 3, 3, 5)).toMatchObject({ words: [], isExhausted: true });
  });

  it("avoids texts that are listed", () => {
    const automaton = literalAutomaton(["a", "aa"]);
    const demands = [demand("^a+$", true), ...(automaton === null ? [] : [{ automaton, isAccepted: false }])];
    expect(searchWords(demands, 0, infinite, 1).words).toEqual(["aaa"]);
  });

  it("gives up on what grows beyond bounds, and says so", () => {
    const many = [demand("a.{14}b.{14}c", false), demand("b.{15}a", true)];
    expect(searchWords(many, 200, infinite, 1).isExhausted).toBe(false);
  });
});
