import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffProjects } from "../../src/diff/diff-projects.js";
import type { TokenDiff } from "../../src/diff/diff-report.js";
import type { Project } from "../../src/model/model.js";
import { compileSchema } from "../../src/schema/compile.js";
import type { JsonValue } from "../../src/schema/json-schema.js";
import { arbitraryClaimSet, type DrawnClaimSet } from "../support/arbitrary-claim-set.js";
import { configOf, projectOf } from "../support/project.js";

/** Each run starts the TypeScript compiler, so there are fewer than elsewhere. */
const RUNS = Number(process.env.CLAIMSMITH_PROPERTY_RUNS ?? 60);

type Schema = DrawnClaimSet["schema"];

/** A claim set, a change of it, and claims of either. */
const arbitraryChange = fc.tuple(arbitraryClaimSet, arbitraryClaimSet, fc.nat()).chain(([one, other, pick]) =>
  fc.record({
    before: fc.constant(one.schema),
    after: fc.constant(mutate(one.schema, other.schema, pick)),
    claims: fc.array(fc.oneof(one.claims, other.claims), { minLength: 8, maxLength: 16 }),
    unknownClaims: fc.constantFrom("ignore", "reject", "strip"),
  }),
);

/** The schema with a member taken out, taken from another schema or no longer required; or all of the other. */
function mutate(schema: Schema, other: Schema, pick: number): Schema {
  const properties = Object.entries(schema["properties"] as Record<string, unknown>);
  const others = Object.entries(other["properties"] as Record<string, unknown>);
  const [name] = properties[pick % Math.max(1, properties.length)] ?? [];
  const [taken] = others.slice(pick % Math.max(1, others.length));
  const rest = properties.filter(([one]) => one !== name);
  // A schema that is taken over may refer to the other's definitions.
  const $defs = schema["$defs"] ?? other["$defs"];
  const more = $defs === undefined ? {} : { $defs };
  switch (pick % 4) {
    case 0:
      return { ...schema, properties: Object.fromEntries(rest) };
    case 1: {
      const replaced = name === undefined || taken === undefined ? [] : [[name, taken[1]] as const];
      return { ...schema, properties: Object.fromEntries([...rest, ...replaced]), ...more };
    }
    case 2:
      return { ...schema, required: [] };
    default:
      return other;
  }
}

function validatorsOf(project: Project) {
  const [token] = project.tokens;
  if (token === undefined) throw new TypeError("The project has no token.");
  const [open, closed] = [compileSchema(token.claimSet.open), compileSchema(token.claimSet.closed)];
  return {
    issues: (claims: JsonValue) => open(claims) && closed(claims),
    accepts: (claims: JsonValue) => open(claims) && (token.policy.unknownClaims !== "reject" || closed(claims)),
  };
}

describe("a comparison", () => {
  test("calls nothing compatible that a drawn token refutes, and shows only witnesses that hold", async () => {
    let refuted = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryChange, async ({ before, after, claims, unknownClaims }) => {
        const [base, revision] = [before, after].map((schema) =>
          projectOf(configOf({ unknownClaims }), { "schema.json": schema }),
        );
        if (base === undefined || revision === undefined) return;
        const { tokens } = await diffProjects(base, revision, { today: "2026-01-01" });
        const [diff] = tokens as [TokenDiff];
        const sides = { backward: [base, revision], forward: [revision, base] } as const;
        for (const direction of ["backward", "forward"] as const) {
          const [from, to] = sides[direction].map(validatorsOf);
          const drawn = claims.map((one): JsonValue => ({ ...one, exp: 2, iat: 1 }));
          const counter = drawn.filter((one) => from?.issues(one) && !to?.accepts(one));
          refuted += counter.length;
          if (diff[direction]) expect(counter).toEqual([]);
        }
        for (const { witness } of diff.changes) {
          if (witness === null) continue;
          const [from, to] = sides[witness.direction].map(validatorsOf);
          expect([from?.issues(witness.claims), to?.accepts(witness.claims)]).toEqual([true, false]);
        }
      }),
      { numRuns: RUNS },
    );
    // Else the drawn tokens would refute nothing, and the test could not fail.
    expect(refuted).toBeGreaterThan(0);
  }, 600_000);
});
