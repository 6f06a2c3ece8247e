import { describe, expect, it } from "vitest";
import { append, faultsAt, finish, membersOf, missing, own } from "../../../../src/runtime/claims/faults.js";
import type { ClaimsValidator, ValidatorError } from "../../../../src/runtime/errors/claim-issue.js";

describe("faultsAt", () => {
  it("adds faults below a path, with the last segment of the schema's path for a keyword unless another is given", () => {
    const faults: ValidatorError[] = [];
    const fault = faultsAt(faults, "/a");
    fault("/b", "#/properties/b/type", { type: "string" });
    fault("", "#/additionalProperties", { additionalProperty: "c" }, "false schema");
    expect(faults).toEqual([
      { instancePath: "/a/b", schemaPath: "#/properties/b/type", keyword: "type", params: { type: "string" } },
      {
        instancePath: "/a",
        schemaPath: "#/additionalProperties",
        keyword: "false schema",
        params: { additionalProperty: "c" },
      },
    ]);
  });
});

describe("membersOf", () => {
  it("reads own members, and adds faults of the last one below its place and that of its schema", () => {
    const faults: ValidatorError[] = [];
    const [member, fault] = membersOf({ "a/b~%": 1, c: 2 }, faults, "/x", "#/$defs/X");
    expect(member("a/b~%")).toBe(1);
    fault("", "/type", { type: "string" });
    fault("/0", "/items/type", { type: "number" });
    expect(member("c", "#/$defs/C")).toBe(2);
    fault("", "/anyOf", {});
    expect(member("toString")).toBeUndefined();
    const place = "#/$defs/X/properties/a~1b~0%25";
    expect(faults).toEqual([
      { instancePath: "/x/a~1b~0%", schemaPath: `${place}/type`, keyword: "type", params: { type: "string" } },
      { instancePath: "/x/a~1b~0%/0", schemaPath: `${place}/items/type`, keyword: "type", params: { type: "number" } },
      { instancePath: "/x/c", schemaPath: "#/$defs/C/anyOf", keyword: "anyOf", params: {} },
    ]);
  });
});

describe("own", () => {
  it("reads an object's own members only", () => {
    const holder = Object.assign(Object.create({ a: 1 }), { b: 2 });
    expect([own(holder, "a"), own(holder, "b"), own({}, "constructor")]).toEqual([undefined, 2, undefined]);
    expect(own(JSON.parse('{ "__proto__": 3 }'), "__proto__")).toBe(3);
  });
});

describe("missing", () => {
  it("reports each name that an object does not have itself, in their order", () => {
    const faults: ValidatorError[] = [];
    missing({ b: 1, c: undefined }, ["a", "b", "c", "toString"], faultsAt(faults, "/x"), "/y", "#/required");
    expect(faults.map(({ instancePath, params }) => [instancePath, params])).toEqual([
      ["/x/y", { missingProperty: "a" }],
      ["/x/y", { missingProperty: "c" }],
      ["/x/y", { missingProperty: "toString" }],
    ]);
  });
});

describe("finish", () => {
  it("leaves the faults in errors, null where there are none, and says so", () => {
    const validate: ClaimsValidator = () => true;
    const faults: ValidatorError[] = [];
    expect([finish(validate, faults), validate.errors]).toEqual([true, null]);
    append(faults, [{ instancePath: "", schemaPath: "#/not", keyword: "not", params: {} }]);
    expect([finish(validate, faults), validate.errors]).toEqual([false, faults]);
  });
});
