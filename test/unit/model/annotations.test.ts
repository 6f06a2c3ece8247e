import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.js";
import type { Claim } from "../../../src/model/model.js";
import { claimSetOf } from "../../support/project.js";
import { thrownBy } from "../../support/thrown-by.js";

function claimOf(schema: unknown, $defs: Readonly<Record<string, unknown>> = {}): Claim {
  const claim = claimSetOf({ properties: { role: schema }, $defs }).claims.find(({ name }) => name === "role");
  if (claim === undefined) throw new TypeError("The claim is gone.");
  return claim;
}

describe("the annotations of a claim", () => {
  it("are read as they stand", () => {
    const role = {
      description: "What the user may do.",
      title: "Role",
      deprecated: true,
      examples: ["admin", 1, null],
      "x-claimsmith-name": "userRole",
      "x-claimsmith-since": "1.2.0",
      "x-claimsmith-sunset": "2027-01-31",
      "x-claimsmith-readers": ["billing", "reports"],
    };
    expect(claimOf(role)).toMatchObject({
      shortName: "userRole",
      description: "What the user may do.",
      deprecated: true,
      examples: ["admin", 1, null],
      since: "1.2.0",
      sunset: "2027-01-31",
      readers: ["billing", "reports"],
    });
  });

  it("are nothing where nothing is said", () => {
    expect(claimOf({})).toMatchObject({
      shortName: "role",
      description: null,
      deprecated: false,
      examples: [],
      since: null,
      sunset: null,
      readers: [],
    });
  });

  it("take the title where there is no description", () => {
    expect(claimOf({ title: "Role" }).description).toBe("Role");
  });

  it("come from a definition, unless the claim says otherwise itself", () => {
    const base = {
      description: "Of the definition.",
      deprecated: true,
      "x-claimsmith-readers": ["a"],
      "x-claimsmith-since": "1",
    };
    const claim = claimOf(
      { $ref: "#/$defs/base", description: "Of the claim.", "x-claimsmith-readers": ["b"] },
      { base },
    );
    expect(claim).toMatchObject({ description: "Of the claim.", deprecated: true, readers: ["b"], since: "1" });
    expect(claimOf({ allOf: [{ $ref: "#/$defs/base" }] }, { base }).description).toBe("Of the definition.");
  });

  it("of a branch that need not apply say nothing of the claim", () => {
    expect(claimOf({ anyOf: [{ deprecated: true }, { description: "x" }] })).toMatchObject({
      deprecated: false,
      description: null,
    });
  });

  it("change neither what is accepted nor what is required", () => {
    const annotated = claimSetOf({
      properties: { role: { type: "string", "x-claimsmith-sunset": "2020-01-01", deprecated: true } },
    });
    expect(annotated.claims.find(({ name }) => name === "role")).toMatchObject({ required: false, filledIn: null });
  });
});

describe("an annotation of another form is refused", () => {
  const name = "a name such as emailVerified: letters, digits, _ and $";
  const since = "a version or date, as a string";
  const sunset = 'a date such as "2027-01-31"';
  const readers = "a list of service names";
  it.each([
    ...["", "1st", "a-b", "a b", "__proto__", "é", "a;b", 5, null, ["a"]].map(
      (value) => ["x-claimsmith-name", value, name] as const,
    ),
    ...["", "  ", 1.2, null, {}].map((value) => ["x-claimsmith-since", value, since] as const),
    ...["", "soon", "2027-02-30", "2027-1-1", "2027-13-01", "2027-01-31T00:00:00Z", 20270131, null].map(
      (value) => ["x-claimsmith-sunset", value, sunset] as const,
    ),
    ...["billing", [""], ["a", 5], {}, null].map((value) => ["x-claimsmith-readers", value, readers] as const),
  ])("%s: %j", (keyword, value, expected) => {
    const error = thrownBy(() => claimOf({ type: "string", [keyword]: value }));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({
      code: "invalid_annotation",
      message: `"${keyword}" is not as it should be.`,
      at: { file: "schema.json", pointer: `/properties/role/${keyword}`, line: 5, column: keyword.length + 11 },
      expected,
      hint: `Write ${expected}, or remove "${keyword}".`,
    });
  });

  it("in a definition at the place of the definition", () => {
    const error = thrownBy(() => claimOf({ $ref: "#/$defs/base" }, { base: { "x-claimsmith-sunset": "soon" } }));
    expect(error).toMatchObject({ code: "invalid_annotation", at: { pointer: "/$defs/base/x-claimsmith-sunset" } });
  });

  it("but what JSON Schema itself annotates is read only where it has the right form", () => {
    // `deprecated: "yes"` and such are refused by schema/ where they are keywords of the draft.
    expect(claimOf({ title: "  " }).description).toBeNull();
  });
});
