import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.js";
import { claimSetOf, configOf, projectOf } from "../../support/project.js";
import { thrownBy } from "../../support/thrown-by.js";

const NAMESPACE = "https://acme.example/";

describe("the claims of a claim set", () => {
  it("have a short name, a category, a standard and a place each", () => {
    const claims = claimSetOf({
      properties: {
        email_verified: { type: "boolean" },
        [`${NAMESPACE}tenant-id`]: { type: "string" },
        "https://other.example/plan": {},
        role: {},
        sub: {},
      },
    }).claims.map(({ name, shortName, category, namespaced, standard, location }) => ({
      name,
      shortName,
      category,
      namespaced,
      standard,
      pointer: location.pointer,
    }));
    expect(claims).toEqual([
      {
        name: "email_verified",
        shortName: "emailVerified",
        category: "public",
        namespaced: false,
        standard: "OpenID Connect Core 1.0 section 5.1",
        pointer: "/properties/email_verified",
      },
      {
        name: `${NAMESPACE}tenant-id`,
        shortName: "tenantId",
        category: "private",
        namespaced: true,
        standard: null,
        pointer: "/properties/https:~1~1acme.example~1tenant-id",
      },
      {
        name: "https://other.example/plan",
        shortName: "plan",
        category: "public",
        namespaced: false,
        standard: null,
        pointer: "/properties/https:~1~1other.example~1plan",
      },
      {
        name: "role",
        shortName: "role",
        category: "private",
        namespaced: false,
        standard: null,
        pointer: "/properties/role",
      },
      {
        name: "sub",
        shortName: "sub",
        category: "registered",
        namespaced: false,
        standard: "RFC 7519 section 4.1.2",
        pointer: "/properties/sub",
      },
      ...["exp", "iat", "nbf"].map((name, index) => ({
        name,
        shortName: name,
        category: "registered",
        namespaced: false,
        standard: `RFC 7519 section 4.1.${[4, 6, 5][index]}`,
        pointer: "",
      })),
    ]);
  });

  it("are those that allOf, anyOf, then and references declare, and not those that not and false exclude", () => {
    const { claims } = claimSetOf({
      properties: { a: true, gone: false },
      allOf: [{ properties: { b: true }, required: ["b"] }],
      anyOf: [{ properties: { c: true }, required: ["c"] }, true],
      if: { properties: { d: true } },
      then: { $ref: "#/$defs/more" },
      not: { properties: { n: true }, required: ["n"] },
      $defs: { more: { properties: { e: true } } },
    });
    expect(claims.map(({ name, required }) => `${name}${required ? "!" : ""}`)).toEqual([
      "a",
      "b!",
      "c",
      "d",
      "e",
      "exp!",
      "iat",
      "nbf",
    ]);
  });

  it("may be called like members of Object.prototype", () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {}, "toString": {}}');
    const { claims } = claimSetOf({ properties, required: ["__proto__"] });
    expect(claims.map(({ name, shortName, required }) => [name, shortName, required])).toEqual([
      ["__proto__", "proto", true],
      ["constructor", "constructor", false],
      ["toString", "toString", false],
      ["exp", "exp", true],
      ["iat", "iat", false],
      ["nbf", "nbf", false],
    ]);
  });
});

describe("two claims with one short name", () => {
  it.each([
    { first: "tenant_id", second: "tenantId", shortName: "tenantId" },
    { first: "role", second: `${NAMESPACE}role`, shortName: "role" },
    { first: `${NAMESPACE}role`, second: "https://other.example/role", shortName: "role" },
    { first: "sub", second: `${NAMESPACE}sub`, shortName: "sub" },
    { first: `${NAMESPACE}exp`, second: "exp", shortName: "exp" },
  ])("$first and $second are refused, both named, with the place of the second", ({ first, second, shortName }) => {
    const error = thrownBy(() => claimSetOf({ properties: { [first]: {}, [second]: {} } }));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({
      code: "name_collision",
      message: `The claims "${first}" and "${second}" both get the short name "${shortName}".`,
      at: { file: "schema.json", pointer: `/properties/${second.replaceAll("/", "~1")}`, line: 4 },
      expected: "a short name of its own for each claim",
      hint: `Give one of them another: "x-claimsmith-name": "${shortName}Claim".`,
    });
  });

  it("are told apart by the annotation that the hint proposes", () => {
    const { claims } = claimSetOf({
      properties: { role: {}, [`${NAMESPACE}role`]: { "x-claimsmith-name": "roleClaim" } },
    });
    expect(claims.slice(0, 2).map(({ shortName }) => shortName)).toEqual(["role", "roleClaim"]);
  });

  it("are refused too where the annotation makes them alike, or an implied claim is the other", () => {
    expect(thrownBy(() => claimSetOf({ properties: { a: {}, b: { "x-claimsmith-name": "a" } } }))).toMatchObject({
      code: "name_collision",
      at: { pointer: "/properties/b" },
    });
    expect(thrownBy(() => claimSetOf({ properties: { [`${NAMESPACE}exp`]: {} } }))).toMatchObject({
      code: "name_collision",
      message: `The claims "${NAMESPACE}exp" and "exp" both get the short name "exp".`,
    });
  });

  it("are told as a misspelling where only the case differs from an implied claim", () => {
    expect(thrownBy(() => claimSetOf({ properties: { Exp: {} } }))).toMatchObject({
      code: "name_collision",
      message: 'The claims "Exp" and "exp" both get the short name "exp".',
      at: { pointer: "/properties/Exp" },
      hint: 'Write "exp", which is in the claim set without being listed.',
    });
  });

  it("are told alike where separators differ too", () => {
    expect(thrownBy(() => claimSetOf({ properties: { clientId: {} } }, { profile: "rfc9068" }))).toMatchObject({
      code: "name_collision",
      at: { pointer: "/properties/clientId" },
      hint: 'Write "client_id", which is in the claim set without being listed.',
    });
  });

  it("may stand side by side for lint, which reports them", () => {
    const build = (properties: object) =>
      projectOf(configOf(), { "schema.json": { type: "object", properties } }, undefined, { keepMisspelled: true });
    expect(build({ Exp: {} }).tokens[0]?.claimSet.claims.map(({ name }) => name)).toContain("Exp");
    expect(thrownBy(() => build({ tenant_id: {}, tenantId: {} }))).toMatchObject({ code: "name_collision" });
  });

  it("may be in two claim sets", () => {
    const config = configOf(
      {},
      {
        tokens: Object.fromEntries(
          ["one", "two"].map((key) => [key, { schema: `${key}.json`, algorithms: ["HS256"], lifetime: "1m" }]),
        ),
      },
    );
    const { tokens } = projectOf(config, {
      "one.json": { properties: { role: {} } },
      "two.json": { properties: { Role: {} } },
    });
    expect(tokens.map(({ claimSet }) => claimSet.claims[0]?.shortName)).toEqual(["role", "role"]);
  });
});
