import { describe, expect, test } from "vitest";
import { countMembers } from "../support/count-members.js";
import { HAS_SUITE, readSuite } from "../support/json-schema-suite.js";

/** Figures of the run below. They may only get better. */
const FEWEST_VALID = 1_993;
const MOST_LEFT_OUT = 56;
const FEWEST_SAYABLE = 757;
const FEWEST_REFUSED = 692;

describe.skipIf(!HAS_SUITE)("types of the JSON-Schema-Test-Suite (not run: no test data, where skipped)", () => {
  const groups = readSuite();
  const count = countMembers(groups);

  test("few groups are left out", () => {
    expect(groups.filter(({ outcome }) => outcome.kind !== "read").length).toBeLessThanOrEqual(MOST_LEFT_OUT);
  });

  test("every valid value is a member of its type", () => {
    expect(count.lies).toEqual([]);
    expect(count.valid).toBeGreaterThanOrEqual(FEWEST_VALID);
  });

  test("types refuse the invalid values that TypeScript can tell", () => {
    expect(count.invalid).toBeGreaterThanOrEqual(FEWEST_SAYABLE);
    expect(count.refused).toBeGreaterThanOrEqual(FEWEST_REFUSED);
  });
});
