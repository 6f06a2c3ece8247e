import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBoundedMap } from "../../../../src/runtime/text/bounded-map.js";

describe("a bounded map", () => {
  it("forgets what was not asked for longest", () => {
    const map = createBoundedMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    expect(map.get("a")).toBe(1);
    map.set("c", 3);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
    map.delete("c");
    expect(map.get("c")).toBeUndefined();
  });

  it("drops the stale among the oldest, and looks at no others", () => {
    const map = createBoundedMap<string, number>(9);
    for (const [index, name] of ["a", "b", "c", "d"].entries()) map.set(name, index);
    map.dropOldest(2, (value) => value !== 0);
    expect(["a", "b", "c", "d"].map((name) => map.get(name))).toEqual([0, undefined, 2, 3]);
  });

  it("holds what a list of the last used holds, whatever is done with it", () => {
    const step = fc.record({ act: fc.constantFrom("get", "set", "delete"), key: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), (bound, steps) => {
        const map = createBoundedMap<number, { readonly key: number }>(bound);
        // Oldest first.
        let model: number[] = [];
        for (const { act, key } of steps) {
          const isKnown = model.includes(key);
          const others = model.filter((one) => one !== key);
          if (act === "get") expect(map.get(key)).toEqual(isKnown ? { key } : undefined);
          else if (act === "set") map.set(key, { key });
          else map.delete(key);
          model = act === "delete" || (act === "get" && !isKnown) ? others : [...others, key].slice(-bound);
        }
        for (const key of model.toReversed()) expect(map.get(key)).toEqual({ key });
      }),
    );
  });
});
