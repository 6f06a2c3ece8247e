import { describe, expect, it } from "vitest";
import { ALGORITHMS } from "../../../src/config/config.js";
import { CONFIG_SCHEMA } from "../../../src/config/config-schema.js";
import { APIPARK_ALGORITHMS, AUTH0_CLAIMS, AUTH0_RESTRICTED, TARGET_FACTS } from "../../../src/facts/target-limits.js";

describe("the facts about targets", () => {
  it("are of the targets that a config can name, each with its source", () => {
    expect(CONFIG_SCHEMA).toMatchObject({
      properties: { targets: { items: { enum: expect.arrayContaining(Object.keys(TARGET_FACTS)) } } },
    });
    for (const { source } of Object.values(TARGET_FACTS)) expect(source.length).toBeGreaterThan(0);
  });

  it("name algorithms that there are", () => {
    expect([...APIPARK_ALGORITHMS].filter((one) => !ALGORITHMS.some((algorithm) => algorithm === one))).toEqual([]);
  });

  it("do not say of a claim that Auth0 both writes and drops it", () => {
    expect([...AUTH0_CLAIMS].filter((claim) => AUTH0_RESTRICTED.has(claim))).toEqual([]);
  });
});
