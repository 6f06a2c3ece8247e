import { describe, expect, it } from "vitest";
import { all, count, isPlain, isUnique, withFirstPass } from "../../../../src/runtime/claims/first-pass.js";
import type { ClaimsValidator } from "../../../../src/runtime/errors/claim-issue.js";

describe("withFirstPass", () => {
  it("asks the full pass only where the first one does not accept, and has its complaints", () => {
    const asked: unknown[] = [];
    const full: ClaimsValidator = (value) => {
      asked.push(value);
      full.errors = value === "full" ? null : [{ instancePath: "", schemaPath: "#/type", keyword: "type", params: {} }];
      return value === "full";
    };
    const validate = withFirstPass((value) => value === "first", full);
    const verdicts = ["neither", "first", "full"].map((value) => [validate(value), validate.errors?.length ?? null]);
    expect(verdicts).toEqual([
      [false, 1],
      [true, null],
      [true, null],
    ]);
    expect(asked).toEqual(["neither", "full"]);
  });
});

describe("isPlain", () => {
  it.each<[what: string, value: unknown, want: boolean]>([
    ["an object", {}, true],
    ["an object without a prototype", Object.create(null), true],
    ["an instance", new (class A {})(), false],
    ["an object that inherits from another", Object.create({}), false],
    ["an array", [], false],
    ["an array with another prototype", Object.setPrototypeOf([], Object.prototype), false],
    ["null", null, false],
    ["a text", "a", false],
  ])("says of %s whether members found in it may be taken for its own", (_, value, want) => {
    expect(isPlain(value)).toBe(want);
  });
});

describe("all and count", () => {
  it("read the items themselves, gaps included", () => {
    const gap = [1, 2, 3];
    delete gap[1];
    const isNumber = (item: unknown) => typeof item === "number";
    expect([all(gap, isNumber), all(gap, isNumber, 2), count(gap, isNumber)]).toEqual([false, true, 2]);
  });

  it("do not ask the array's own methods", () => {
    const lying = Object.assign(["a"], { every: () => true, filter: () => [1, 2, 3] });
    const isNumber = (item: unknown) => typeof item === "number";
    expect([all(lying, isNumber), count(lying, isNumber)]).toEqual([false, 0]);
  });
});

describe("isUnique", () => {
  it.each<[items: readonly unknown[], want: boolean]>([
    [[], true],
    [[1, "1", true, null, [1], { a: 1 }], true],
    [[1, 2, 1], false],
    [[0, -0], false],
    [[Number.NaN, Number.NaN], true],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      true,
    ],
    [[null, null], false],
  ])("says whether no two are equal: %j", (items, want) => {
    expect(isUnique(items)).toBe(want);
  });
});
