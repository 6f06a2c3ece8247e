import { describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { inputsDigest } from "../../../src/model/inputs-digest.js";
import { configOf, projectOf } from "../../support/project.js";

const SCHEMA = {
  title: "Session",
  type: "object",
  properties: { role: { $ref: "#/$defs/Role" }, n: { type: "number", maximum: 10 } },
  required: ["role"],
  $defs: { Role: { description: "What the user may do.", enum: ["admin", "member"] } },
};
const TOKEN = { issuer: "https://auth.acme.example", audience: "a" };

function digests(
  token: object = {},
  top: object = {},
  files: Readonly<Record<string, unknown>> = { "schema.json": SCHEMA },
) {
  const project = projectOf(configOf({ ...TOKEN, ...token }, { ...top }), files);
  return { contract: project.tokens[0]?.policy.digest ?? "", inputs: inputsDigest(project) };
}

const base = digests();

describe("the digest of a contract", () => {
  it("is the SHA-256 of schema and policy, in hexadecimal digits", () => {
    expect(base.contract).toMatch(/^[0-9a-f]{64}$/);
    expect(base.inputs).toMatch(/^[0-9a-f]{64}$/);
    expect(digests()).toEqual(base);
  });

  it("does not depend on what lint is told to leave alone", async () => {
    const ignoring = { ...SCHEMA.$defs.Role, "x-claimsmith-ignore": { "closed-enum": "Roles are final." } };
    const files = { "schema.json": { ...SCHEMA, $defs: { Role: ignoring } } };
    expect(digests({}, {}, files).contract).toBe(base.contract);
    const [token] = projectOf(configOf(TOKEN), files).tokens;
    expect(JSON.stringify(token?.claimSet.authored.schema)).toContain("x-claimsmith-ignore");
    const texts = [...(await generatePackage(projectOf(configOf(TOKEN), files))).values()].join("\n");
    expect(texts).not.toContain("x-claimsmith-ignore");
  });

  it.each([
    { issuer: "https://other.example" },
    { issuer: [TOKEN.issuer] },
    { issuer: [TOKEN.issuer, "b"] },
    { audience: "b" },
    { audience: ["a", "b"] },
    { algorithms: ["HS512"] },
    { algorithms: ["HS256", "HS512"] },
    { type: "session+jwt" },
    { lifetime: "16m" },
    { clockTolerance: "1s" },
    { unknownClaims: "strip" },
    { unknownClaims: "reject" },
    { maxTokenBytes: 4096 },
    { profile: "rfc9068" },
  ])("changes with the policy: %j", (policy) => {
    const other = digests(policy);
    expect(other.contract).not.toBe(base.contract);
    expect(other.inputs).not.toBe(base.inputs);
  });

  it.each([
    { clockTolerance: "0s" },
    { lifetime: "900s" },
    { unknownClaims: "ignore" },
    { maxTokenBytes: 8192 },
    { profile: "jwt" },
    { helpers: ["issue", "verify"] },
  ])("stays where a default is written out, or a value in another unit: %j", (policy) => {
    expect(digests(policy)).toEqual(base);
  });

  it.each([
    { ...SCHEMA, properties: { ...SCHEMA.properties, n: { type: "number", maximum: 11 } } },
    { ...SCHEMA, properties: { ...SCHEMA.properties, more: true } },
    { ...SCHEMA, required: ["role", "n"] },
    { ...SCHEMA, $defs: { Role: { ...SCHEMA.$defs.Role, enum: ["admin", "member", "guest"] } } },
    { ...SCHEMA, $defs: { Role: { ...SCHEMA.$defs.Role, description: "Another text." } } },
  ])("changes with the schema: %j", (schema) => {
    const other = digests({}, {}, { "schema.json": schema });
    expect(other.contract).not.toBe(base.contract);
    expect(other.inputs).not.toBe(base.inputs);
  });

  it("stays where the schema is reformatted", () => {
    const spaced = JSON.stringify(SCHEMA, null, "\t\t").replaceAll(":", " :\n");
    expect(digests({}, {}, { "schema.json": spaced })).toEqual(base);
  });

  it("stays where members come in another order", () => {
    const { role, n } = SCHEMA.properties;
    const { required, ...rest } = SCHEMA;
    const other = { required, ...rest, properties: { n, role } };
    expect(digests({}, {}, { "schema.json": other }).contract).toBe(base.contract);
  });

  it("stays where the schema is written as YAML, apart from the file's name", () => {
    const yaml = [
      "title: Session",
      "type: object",
      "properties:",
      "  role: { $ref: '#/$defs/Role' }",
      "  n: { type: number, maximum: 1e1 }",
      "required: [role]",
      "$defs:",
      "  Role:",
      "    description: What the user may do.",
      "    enum: [admin, member]",
    ].join("\n");
    expect(digests({ schema: "schema.yaml" }, {}, { "schema.yaml": yaml }).contract).toBe(base.contract);
  });

  it("stays where the schema is split into files", () => {
    const { $defs, ...rest } = SCHEMA;
    const files = {
      "schema.json": { ...rest, properties: { ...SCHEMA.properties, role: { $ref: "common.json#/$defs/Role" } } },
      "common.json": { $defs },
    };
    expect(digests({}, {}, files)).toEqual(base);
  });
});

describe("the digest of the inputs", () => {
  const other = (top: object) => digests({}, top).inputs;

  it.each([
    { package: { name: "@acme/other", version: "1.0.0" } },
    { package: { name: "@acme/claims", version: "1.0.1" } },
    { emit: "ts" },
    { namespaces: ["https://acme.example/", "urn:acme:"] },
  ])("changes with %j, which generated files show", (top) => {
    expect(other(top)).not.toBe(base.inputs);
  });

  it("changes with the helpers, the token's key and the short names, which the contract does not", () => {
    expect(digests({ helpers: ["verify"] })).toEqual({
      contract: base.contract,
      inputs: expect.not.stringMatching(base.inputs),
    });
    const { token, ...rest } = configOf(TOKEN).tokens;
    const renamed = projectOf({ ...configOf(), tokens: { session: token, ...rest } }, { "schema.json": SCHEMA });
    expect(renamed.tokens[0]?.policy.digest).toBe(base.contract);
    expect(inputsDigest(renamed)).not.toBe(base.inputs);
    const named = {
      ...SCHEMA,
      properties: { ...SCHEMA.properties, n: { ...SCHEMA.properties.n, "x-claimsmith-name": "count" } },
    };
    expect(digests({}, {}, { "schema.json": named }).inputs).not.toBe(base.inputs);
  });

  it("stays with what no generated file shows", () => {
    expect(other({ lint: { rules: {} } })).toBe(base.inputs);
  });

  it("changes with the order of members at any depth, in which they are declared", async () => {
    const nested = (properties: object) => ({ properties: { tenant: { type: "object", properties } } });
    const projects = [
      { a: {}, b: {} },
      { b: {}, a: {} },
    ].map((properties) => projectOf(configOf(), { "schema.json": nested(properties) }));
    const [one, other] = await Promise.all(projects.map((project) => generatePackage(project)));
    expect(one?.get("tokens/token.d.ts")).not.toBe(other?.get("tokens/token.d.ts"));
    const [first, second] = projects.map(inputsDigest);
    expect(first).not.toBe(second);
  });
});
