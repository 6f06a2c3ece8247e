import { describe, expect, it } from "vitest";
import { claimTable } from "../../../src/model/claim-table.js";
import type { Claim } from "../../../src/model/model.js";
import { pairMisnamed } from "../../../src/runtime/claims/misnamed.js";

function claims(aliases: Readonly<Record<string, readonly string[]>>): Claim[] {
  // The table looks at names and aliases only.
  return Object.entries(aliases).map(([name, list]) => ({ name, aliases: list }) as unknown as Claim);
}

describe("claimTable", () => {
  it("lists aliases in lower case, without separators, each once", () => {
    const { names, aliases } = claimTable(claims({ sub: ["userId", "user_id", "user-id", "uid"], iss: [] }), []);
    expect(names).toEqual(["sub", "iss"]);
    expect(aliases).toEqual({ sub: "userid uid" });
  });

  it("takes no alias that is a claim's own name in other letters, and gives one to the last claim that has it", () => {
    const { aliases } = claimTable(claims({ sub: ["Sub", "tenantId", "owner"], tenant_id: [], azp: ["owner"] }), []);
    expect(aliases).toEqual({ azp: "owner" });
  });

  it.each([
    ["userId", "sub"],
    ["USER_ID", "sub"],
    ["user-id", "sub"],
    ["__", "under"],
    ["constructor", "proto"],
  ])("has the runtime find the claim that %s means", (found, meant) => {
    const table = claimTable(claims({ sub: ["user_id"], under: ["__"], proto: ["constructor"] }), []);
    expect(pairMisnamed([meant], [found], table).get(found)).toBe(meant);
  });
});
