import { describe, expect, it } from "vitest";
import { solveNumber } from "../../../src/containment/number-set.js";
import type { Term } from "../../../src/containment/term.js";
import { TermTable } from "../../../src/containment/term-table.js";

const table = new TermTable();
const from = (limit: number) => table.minimum(limit, false);
const above = (limit: number) => table.minimum(limit, true);
const to = (limit: number) => table.maximum(limit, false);
const below = (limit: number) => table.maximum(limit, true);
const step = (size: number) => table.multiple(size);
const not = (term: Term) => table.not(term);

describe("solveNumber", () => {
  it.each<[what: string, literals: readonly Term[], want: number]>([
    ["no condition", [], 0],
    ["a bound", [from(7)], 7],
    ["an exclusive bound of integers", [above(7), table.integer()], 8],
    ["a refused bound", [not(from(7)), from(6), table.integer()], 6],
    ["steps", [step(4), step(6), from(1)], 12],
    ["a refused step", [table.integer(), not(step(2)), from(4)], 5],
    ["a refused integer", [not(table.integer()), from(1), to(2)], 1.5],
    ["refused values", [table.integer(), from(0), to(2), not(table.values([0, 1]))], 2],
    ["one number left", [from(3), to(3)], 3],
  ])("finds a number for %s", (_, literals, want) => {
    expect(solveNumber(literals, [])).toEqual({ kind: "value", value: want });
  });

  it.each<[what: string, literals: readonly Term[]]>([
    ["crossed bounds", [from(2), to(1)]],
    ["an exclusive bound at the other", [from(2), below(2)]],
    ["no integer between", [table.integer(), above(2), below(3)]],
    ["no multiple between", [step(10), from(1), to(9)]],
    ["a step within a refused one", [step(6), not(step(3))]],
    ["all integers refused", [table.integer(), from(1), to(2), not(table.values([1, 2]))]],
    ["a quarter that is refused as an eighth", [step(0.25), not(step(0.125))]],
    ["bounds far out without a multiple", [step(2 ** 30), above(2 ** 50), below(2 ** 50 + 2 ** 30)]],
  ])("proves that there is none for %s", (_, literals) => {
    expect(solveNumber(literals, [])).toEqual({ kind: "empty" });
  });

  it("prefers what the schema shows", () => {
    expect(solveNumber([from(1)], [0, 42])).toEqual({ kind: "value", value: 42 });
  });

  it("proves nothing by steps that are rounded", () => {
    expect(solveNumber([step(0.1), not(step(0.05)), from(0), to(0.2)], []).kind).toBe("unknown");
  });
});
