import { describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { configOf, projectOf } from "../../support/project.js";

const token = (schema: string) => ({ schema, algorithms: ["HS256"], lifetime: "15m" });

async function indexOf(tokens: Readonly<Record<string, object>>, files: Readonly<Record<string, unknown>>) {
  const generated = await generatePackage(projectOf(configOf({}, { tokens }), files));
  const index = generated.get("index.d.ts") ?? "";
  const names = [...index.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name ?? "");
  return { index, names, generated };
}

const role = (values: readonly string[]) => ({
  properties: { role: { $ref: "#/$defs/Role" }, other: { $ref: "#/$defs/Role" } },
  $defs: { Role: { enum: values } },
});

describe("the main module", () => {
  it("re-exports the types of definitions under their token's name", async () => {
    const { names } = await indexOf(
      { a: token("a.json"), b: token("b.json") },
      { "a.json": role(["w", "x"]), "b.json": role(["y", "z"]) },
    );
    expect(names).toEqual(expect.arrayContaining(["ARole", "BRole", "AClaims", "BClaims"]));
    expect(new Set(names).size).toBe(names.length);
  });

  it("leaves a type in its module where two modules have one of its name", async () => {
    // `user` with a definition `IdThing` and `userId` with a definition `Thing` both make UserIdThing.
    const schema = (name: string) => ({
      properties: { one: { $ref: `#/$defs/${name}` }, two: { $ref: `#/$defs/${name}` } },
      $defs: { [name]: { type: "object", properties: { a: { type: "string" } } } },
    });
    const { names, generated } = await indexOf(
      { user: token("user.json"), userId: token("user-id.json") },
      { "user.json": schema("IdThing"), "user-id.json": schema("Thing") },
    );
    expect(names).not.toContain("UserIdThing");
    for (const file of ["user", "user-id"])
      expect(generated.get(`tokens/${file}.d.ts`)).toContain("export interface UserIdThing {");
    expect(new Set(names).size).toBe(names.length);
  });

  it("leaves out a definition's type that is called like another token's own", async () => {
    const { names } = await indexOf(
      { user: token("user.json"), userId: token("user-id.json") },
      {
        "user.json": {
          properties: { one: { $ref: "#/$defs/IdClaims" }, two: { $ref: "#/$defs/IdClaims" } },
          $defs: { IdClaims: { type: "object", properties: { a: {} } } },
        },
        "user-id.json": {},
      },
    );
    expect(names.filter((name) => name === "UserIdClaims")).toHaveLength(1);
  });

  it("exports what all tokens share once", async () => {
    const { names } = await indexOf({ a: token("a.json"), b: token("a.json") }, { "a.json": {} });
    for (const name of [
      "ClaimsError",
      "ClaimsErrorCode",
      "ClaimIssue",
      "Duration",
      "TokenPolicy",
      "ValidationResult",
      "IssueOptions",
      "VerifyOptions",
      "VerifiedToken",
    ]) {
      expect(names.filter((one) => one === name)).toEqual([name]);
    }
  });
});
