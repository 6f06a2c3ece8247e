import { describe, expect, it } from "vitest";
import { walkClaim, walkToken } from "../../../src/lint/walk.js";
import { configOf, projectOf } from "../../support/project.js";

function tokenOf(schema: unknown, files: Readonly<Record<string, unknown>> = {}) {
  const [token] = projectOf(configOf(), { "schema.json": schema, ...files }).tokens;
  if (token === undefined) throw new TypeError("The config has no token.");
  return token;
}

/** Each visit in a line: claim, path (`*` for any), role, place. */
function lines(visits: ReturnType<typeof walkToken>): readonly string[] {
  return visits.map(
    ({ claim, path, role, isName, shipped, location }) =>
      `${claim ?? "-"} /${path.map((step) => step ?? "*").join("/")} ${role}${isName ? " name" : ""}${shipped ? " shipped" : ""} ${location.file}#${location.pointer}`,
  );
}

const STRING = { type: "string" };

describe("walkToken", () => {
  it("visits every schema object once, in the order of the schema, with its path and its role", () => {
    const token = tokenOf({
      type: "object",
      properties: {
        address: { type: "object", properties: { country: STRING }, patternProperties: { "^x": { minLength: 1 } } },
        roles: { type: "array", prefixItems: [{ const: "a" }], items: STRING, contains: { const: "b" } },
        free: { additionalProperties: { type: "number" }, propertyNames: { maxLength: 5 } },
      },
      anyOf: [{ required: ["address"] }, { properties: { roles: { minItems: 1 } } }],
      if: { required: ["free"] },
      then: { required: ["roles"] },
      not: { properties: { free: { maxProperties: 0 }, roles: { not: { minItems: 3 } } } },
    });
    expect(lines(walkToken(token))).toEqual([
      "- / always schema.json#",
      "address /address always schema.json#/properties/address",
      "address /address/country always schema.json#/properties/address/properties/country",
      "address /address/* always schema.json#/properties/address/patternProperties/^x",
      "roles /roles always schema.json#/properties/roles",
      "roles /roles/0 always schema.json#/properties/roles/prefixItems/0",
      "roles /roles/* always schema.json#/properties/roles/items",
      "roles /roles/* maybe schema.json#/properties/roles/contains",
      "free /free always schema.json#/properties/free",
      "free /free/* always schema.json#/properties/free/additionalProperties",
      "free /free always name schema.json#/properties/free/propertyNames",
      "- / maybe schema.json#/anyOf/0",
      "- / maybe schema.json#/anyOf/1",
      "roles /roles maybe schema.json#/anyOf/1/properties/roles",
      "- / maybe schema.json#/if",
      "- / maybe schema.json#/then",
      "- / negated schema.json#/not",
      "free /free negated schema.json#/not/properties/free",
      "roles /roles negated schema.json#/not/properties/roles",
      "roles /roles maybe schema.json#/not/properties/roles/not",
    ]);
  });

  it("follows references, also into other files, and visits what several share once", () => {
    const token = tokenOf(
      { properties: { a: { $ref: "common.json#/$defs/id" }, b: { $ref: "common.json#/$defs/id" } } },
      { "common.json": { $defs: { id: STRING } } },
    );
    expect(lines(walkToken(token))).toEqual([
      "- / always schema.json#",
      "a /a always schema.json#/properties/a",
      "a /a always common.json#/$defs/id",
      "b /b always schema.json#/properties/b",
    ]);
  });

  it("ends on a schema that refers to itself", () => {
    const token = tokenOf({
      properties: { tree: { $ref: "#/$defs/node" } },
      $defs: { node: { type: "object", properties: { children: { items: { $ref: "#/$defs/node" } } } } },
    });
    expect(lines(walkToken(token)).map((line) => line.split(" ")[1])).toEqual([
      "/",
      "/tree",
      "/tree",
      "/tree/children",
      "/tree/children/*",
    ]);
  });

  it("gives what is reached in several ways the strongest role, and what is below it", () => {
    const token = tokenOf({
      anyOf: [{ properties: { a: { $ref: "#/$defs/x" } } }],
      properties: { b: { $ref: "#/$defs/x" } },
      $defs: { x: { properties: { inner: STRING } } },
    });
    const roles = walkToken(token).filter(({ location }) => location.pointer?.startsWith("/$defs"));
    expect(roles.map(({ role }) => role)).toEqual(["always", "always"]);
  });

  it("points at the reference for what the shipped vocabulary says", () => {
    const token = tokenOf({ properties: { mail: { $ref: "claimsmith:iana-jwt#/$defs/email" } } });
    const [, , shipped] = walkToken(token);
    expect(lines(walkToken(token))).toEqual([
      "- / always schema.json#",
      "mail /mail always schema.json#/properties/mail",
      "mail /mail always shipped schema.json#/properties/mail/$ref",
    ]);
    expect(shipped?.locate("format").pointer).toBe("/properties/mail/$ref");
  });

  it("takes names that objects inherit for names", () => {
    const token = tokenOf('{ "properties": { "__proto__": { "type": "string" }, "constructor": { "minLength": 1 } } }');
    expect(lines(walkToken(token)).slice(1)).toEqual([
      "__proto__ /__proto__ always schema.json#/properties/__proto__",
      "constructor /constructor always schema.json#/properties/constructor",
    ]);
  });

  it("has nothing to visit in a schema that is true", () => {
    expect(walkToken(tokenOf(true))).toEqual([]);
  });
});

describe("walkClaim", () => {
  const token = tokenOf({
    properties: { a: { $ref: "#/$defs/id" }, b: { $ref: "#/$defs/id" } },
    anyOf: [{ properties: { b: { minLength: 2 } } }, {}],
    $defs: { id: STRING },
  });
  const visitsOf = (name: string) => {
    const claim = token.claimSet.claims.find((each) => each.name === name);
    return claim === undefined ? null : lines(walkClaim(token, claim));
  };

  it("visits all that takes part in one claim's value, shared or not", () => {
    expect(visitsOf("a")).toEqual(["a /a always schema.json#/properties/a", "a /a always schema.json#/$defs/id"]);
    expect(visitsOf("b")).toEqual([
      "b /b always schema.json#/properties/b",
      "b /b always schema.json#/$defs/id",
      "b /b maybe schema.json#/anyOf/0/properties/b",
    ]);
  });

  it("has nothing to point at for a claim that no schema declares", () => {
    expect(visitsOf("exp")).toEqual([]);
  });
});
