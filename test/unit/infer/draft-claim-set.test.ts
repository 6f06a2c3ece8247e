import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/schema/json-schema.js";
import { complaintsOf, inferClaim, inferClaims, projectOfInference } from "../../support/infer.js";

const EXP = { exp: 1_800_000_000 };
const reference = (name: string) => ({ $ref: `claimsmith:iana-jwt#/$defs/${name}` });
const open = (...values: readonly string[]) => ({ anyOf: [{ enum: values }, { type: "string" }] });
const UUIDS = [1, 2, 3].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`);
const times = (count: number, ...values: readonly unknown[]): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => values[index % values.length]);

describe("the schema of a claim", () => {
  it.each([
    ["text", ["a"], { type: "string" }],
    ["whole numbers", [1, 2, -3], { type: "integer" }],
    ["numbers, where one has a fraction", [1, 2.5], { type: "number" }],
    ["truth values", [true, false], { type: "boolean" }],
    ["null alone", [null], { type: "null" }],
    ["null beside text", ["a", null], { type: ["string", "null"] }],
    ["several types", [true, 1, "a"], { type: ["string", "integer", "boolean"] }],
    ["empty arrays", [[], []], { type: "array" }],
    [
      "arrays, by all of their items",
      [[1], ["a", null], []],
      { type: "array", items: { type: ["string", "integer", "null"] } },
    ],
    ["arrays in arrays", [[[1]], [[2.5]]], { type: "array", items: { type: "array", items: { type: "number" } } }],
    ["empty objects", [{}, {}], { type: "object" }],
    [
      "objects, by all of their members",
      [{ b: 1, a: "x" }, { a: null }],
      { type: "object", properties: { a: { type: ["string", "null"] }, b: { type: "integer" } }, required: ["a"] },
    ],
    [
      "objects among others",
      [{ a: 1 }, "x", [true]],
      {
        anyOf: [
          { type: "string" },
          { type: "array", items: { type: "boolean" } },
          { type: "object", properties: { a: { type: "integer" } } },
        ],
      },
    ],
  ])("holds %s", (_, values, want) => {
    expect(inferClaim("thing", values)).toEqual(want);
  });

  it.each([
    ["uuid", UUIDS],
    ["date-time", ["2026-01-31T12:00:00Z", "2026-01-31T12:00:01Z", "2026-01-31T12:00:02+01:00"]],
    ["date", ["2026-01-31", "2026-02-28", "2026-01-31"]],
    ["email", ["a@acme.example", "b@acme.example", "c@acme.example"]],
    ["ipv4", ["192.0.2.1", "192.0.2.2", "192.0.2.3"]],
    ["ipv6", ["2001:db8::1", "2001:db8::2", "::1"]],
    ["uri", ["https://a.example/", "https://b.example/", "ftp://c.example/"]],
  ])("has the format %s where all texts are of it", (format, values) => {
    expect(inferClaim("thing", values)).toEqual({ type: "string", format });
    expect(inferClaim("thing", [...values, "x"])).toEqual({ type: "string" });
    expect(inferClaim("thing", values.slice(0, 2))).toEqual({ type: "string" });
    expect(inferClaim("thing", times(9, values[0]))).toEqual({ type: "string" });
  });

  it("takes no URI without an authority for one", () => {
    expect(inferClaim("thing", ["repo:a", "repo:b", "urn:c"])).toEqual({ type: "string" });
  });

  it("is of a map where the names of members are data", () => {
    const map = { type: "object", additionalProperties: { type: "integer" } };
    expect(inferClaim("thing", [{ "ada@acme.example": 1 }, { b: 2 }])).toEqual(map);
    expect(inferClaim("thing", [{ [UUIDS[0] ?? ""]: 1 }])).toEqual(map);
    expect(inferClaim("thing", [{ "4711": 1 }])).toEqual(map);
    expect(inferClaim("thing", [{ "Ada Lovelace": 1 }])).toEqual(map);
    expect(inferClaim("thing", [{ xK3vB9qLm2Zt: 1 }])).toEqual(map);
    expect(inferClaim("thing", [Object.fromEntries(times(65, 0).map((_, index) => [`m${index}`, index]))])).toEqual(
      map,
    );
  });

  it("is of an object where they are names", () => {
    for (const name of ["x5t#S256", "preferredUsername", "kubernetes.io", "allowed-origins", "a", ""]) {
      expect(inferClaim("thing", [{ [name]: 1 }])).toEqual({
        type: "object",
        properties: { [name]: { type: "integer" } },
      });
    }
  });

  it("describes 24 levels, and says of what is deeper only what it is", () => {
    let value: unknown = 1;
    for (let level = 0; level < 60; level += 1) value = { a: value };
    const text = JSON.stringify(inferClaim("thing", [value]));
    expect(text.match(/"properties"/g)).toHaveLength(23);
    expect(text).toContain('{"a":{"type":"object"}}');
  });
});

describe("an enumeration", () => {
  it("is drafted from words that repeat, open to others", () => {
    expect(inferClaim("plan", times(8, "team", "free"))).toEqual(open("free", "team"));
    expect(inferClaim("https://acme.example/role", times(12, "org:admin", "member", "read-only"))).toEqual(
      open("member", "org:admin", "read-only"),
    );
    expect(inferClaim("plan", [...times(8, "team", "free"), null])).toEqual({
      anyOf: [{ enum: ["free", "team"] }, { type: "string" }, { type: "null" }],
    });
    expect(inferClaim("flags", times(8, ["a", "b"], ["b"]))).toEqual({ type: "array", items: open("a", "b") });
    expect(inferClaim("tenant", times(8, { id: "x", plan: "free" }, { id: "y", plan: "team" }))).toEqual({
      type: "object",
      properties: { id: { type: "string" }, plan: open("free", "team") },
      required: ["id", "plan"],
    });
  });

  it.each([
    ["seven texts", "plan", times(7, "team", "free")],
    ["one value only", "plan", times(20, "team")],
    ["nine values", "plan", times(90, ..."abcdefghi")],
    ["values that come less than three times on average", "plan", times(8, "a", "b", "c")],
    ["a value that came once", "plan", [...times(20, "team", "free"), "gold"]],
    ["numbers as texts", "plan", times(20, "1", "2")],
    ["names of people", "plan", times(20, "Ada Lovelace", "Grace Hopper")],
    ["keys", "plan", times(20, "sk1live2x3", "sk4live5x6")],
    ["ids without a break", "plan", times(20, "abcdefghijklmnop", "ponmlkjihgfedcba")],
    ["addresses", "plan", times(20, "a@b.example", "c@d.example")],
    ["a secret", "userPassword", times(20, "hunter", "swordfish")],
    ["a person's data", "nick_name_first_name", times(20, "ada", "grace")],
    ["an identifier", "tenant", times(20, "acme", "globex")],
    ["an identifier in another case", "customerName", times(20, "acme", "globex")],
    ["what is registered as personal, though it departs", "gender", [...times(20, "female", "male"), 1]],
  ])("is not drafted from %s", (_, name, values) => {
    expect(JSON.stringify(inferClaim(name, values))).not.toContain("enum");
  });

  it("is not drafted below what is personal or secret", () => {
    const values = times(
      20,
      { kind: "home", parts: [{ zone: "north" }] },
      { kind: "work", parts: [{ zone: "south" }] },
    );
    expect(JSON.stringify(inferClaim("thing", values))).toContain("enum");
    expect(JSON.stringify(inferClaim("home_address", values))).not.toContain("enum");
    expect(JSON.stringify(inferClaim("credentials", values))).not.toContain("enum");
  });

  it("needs values of more than one subject", () => {
    const claims = (sub: string, plan: string) => ({ ...EXP, sub, plan });
    const alone = times(20, claims("ada", "team"), claims("bob", "free")) as readonly ReturnType<typeof claims>[];
    expect(JSON.stringify(inferClaims(...alone).tokens)).not.toContain("enum");
    const shared = [...alone, claims("ada", "free"), claims("bob", "team")];
    expect(JSON.stringify(inferClaims(...shared).tokens)).toContain('{"enum":["free","team"]}');
  });
});

describe("a claim set", () => {
  it("refers to registered and public claims that the samples fit, the registered first", () => {
    const [token] = inferClaims({
      zoneinfo: "Europe/Berlin",
      ...EXP,
      email: "a@acme.example",
      iss: "x",
      aud: ["y"],
      a: 1,
    }).tokens;
    expect(Object.entries(token?.schema["properties"] ?? {})).toEqual([
      ["iss", reference("iss")],
      ["aud", reference("aud")],
      ["exp", reference("exp")],
      ["a", { type: "integer" }],
      ["email", reference("email")],
      ["zoneinfo", reference("zoneinfo")],
    ]);
  });

  it("has a schema of its own for a public claim that departs from its registration, and says so", () => {
    const { tokens, notes } = inferClaims(
      { ...EXP, email_verified: "true", amr: ["pwd"] },
      { ...EXP, email_verified: true },
    );
    expect(tokens[0]?.schema["properties"]).toEqual({
      exp: reference("exp"),
      amr: reference("amr"),
      email_verified: { type: ["string", "boolean"] },
    });
    expect(notes.map(({ message }) => message)).toContain(
      '"email_verified" is not what is registered under that name, so it has a schema of its own.',
    );
  });

  it("has a schema of its own for a public claim with members that producers could not send else", () => {
    const claims = { ...EXP, act: { sub: "a", "https://acme.example/via": "b" } };
    const inference = inferClaims(claims);
    expect(inference.tokens[0]?.schema["properties"]).toHaveProperty("act", {
      type: "object",
      properties: { "https://acme.example/via": { type: "string" }, sub: { type: "string" } },
    });
    expect(inference.notes.map(({ message }) => message)).toContain(
      '"act" has members that its registration does not list, so it has a schema of its own.',
    );
    expect(complaintsOf(projectOfInference(inference), "token", claims)).toEqual({ open: [], closed: [] });
  });

  it("admits an empty list of audiences, which RFC 7519 does not forbid", () => {
    const inference = inferClaims({ ...EXP, aud: [] });
    expect(inference.tokens[0]?.schema["properties"]).toHaveProperty("aud", { type: "array" });
    expect(complaintsOf(projectOfInference(inference), "token", { ...EXP, aud: [] })).toEqual({ open: [], closed: [] });
  });

  it.each([
    ["sub", 7],
    ["iss", null],
    ["aud", { a: 1 }],
    ["aud", ["a", 1]],
    ["exp", "1800000000"],
    ["iat", true],
    ["jti", ["a"]],
  ])("warns of a %s that RFC 7519 does not allow, and keeps to the standard", (name, value) => {
    const { tokens, notes } = inferClaims({ ...EXP, [name]: value });
    expect(tokens[0]?.schema["properties"]).toHaveProperty(name, reference(name));
    expect(notes).toContainEqual({
      level: "warning",
      token: "token",
      message: `A sample has a value of "${name}" that RFC 7519 does not allow; the draft refuses that sample.`,
    });
  });

  it("warns of samples without exp", () => {
    const warnings = (...samples: readonly JsonObject[]) =>
      inferClaims(...samples)
        .notes.filter(({ level }) => level === "warning")
        .map(({ message }) => message);
    expect(warnings({ sub: "a" })).toEqual([
      "The sample has no `exp`, which every token needs; the draft refuses such tokens.",
    ]);
    expect(warnings({ sub: "a" }, EXP, EXP)).toEqual([
      "1 of 3 samples has no `exp`, which every token needs; the draft refuses such tokens.",
    ]);
    expect(warnings(EXP)).toEqual([]);
  });

  it("warns of times in milliseconds", () => {
    const { notes } = inferClaims({ exp: 1_800_000_000_000, auth_time: 1_800_000_000_000, iat: 1_800_000_000 });
    expect(notes.filter(({ level }) => level === "warning").map(({ message }) => message)).toEqual([
      '"exp" seems to count milliseconds; tokens count seconds (RFC 7519 section 2).',
      '"auth_time" seems to count milliseconds; tokens count seconds (RFC 7519 section 2).',
    ]);
  });

  it("tells registered names that people use for other things", () => {
    expect(inferClaims({ ...EXP, title: "Dr", crn: "x", roles: ["a"] }).notes.map(({ message }) => message)).toContain(
      '"crn", "title" are registered names that people use for other things, too: check that you mean the registered one.',
    );
  });

  it("requires what every sample has, and of a single one only the registered claims", () => {
    const samples = [
      { ...EXP, sub: "a", role: "x", nick: 1 },
      { ...EXP, sub: "b", role: "y" },
    ] as const;
    expect(inferClaims(...samples).tokens[0]?.schema["required"]).toEqual(["sub", "exp", "role"]);
    expect(inferClaims(samples[0]).tokens[0]?.schema["required"]).toEqual(["sub", "exp"]);
    expect(inferClaims({ role: "x" }).tokens[0]?.schema).not.toHaveProperty("required");
  });

  it("has a short name for each claim, where they would meet", () => {
    const claims = { ...EXP, user_id: "a", userId: "b", "https://acme.example/user-id": "c", Iss: "d", EXP: 1 };
    const inference = inferClaims(claims);
    const project = projectOfInference(inference);
    expect(project.tokens[0]?.claimSet.claims.map(({ name, shortName }) => [name, shortName])).toEqual([
      ["exp", "exp"],
      ["EXP", "exp2"],
      ["Iss", "iss2"],
      ["https://acme.example/user-id", "userId"],
      ["userId", "userId2"],
      ["user_id", "userId3"],
      ["iat", "iat"],
      ["nbf", "nbf"],
    ]);
  });

  it("keeps claims of any name", () => {
    const claims = JSON.parse(
      '{"exp":1,"__proto__":{"constructor":1},"constructor":"x","toString":[],"\\u0000":1,"\\ud800":2,"*/":3,"\\u2028":4,"":5}',
    );
    const inference = inferClaims(claims, claims);
    expect(Object.keys(inference.tokens[0]?.schema["properties"] ?? {}).sort()).toEqual(Object.keys(claims).sort());
    expect(complaintsOf(projectOfInference(inference), "token", claims)).toEqual({ open: [], closed: [] });
    expect(complaintsOf(projectOfInference(inference), "token", { ...claims, constructor: 1 }).open).not.toEqual([]);
  });

  it("repeats no names of members that change from token to token", () => {
    const scores = ["ann", "bob", "cyd", "dee"].map((name) => ({ [name]: { score: 1 } }));
    const map = {
      type: "object",
      additionalProperties: { type: "object", properties: { score: { type: "integer" } }, required: ["score"] },
    };
    expect(inferClaim("thing", scores)).toEqual(map);
    // One that is usual, or of another type, makes it an object like any other.
    const usual = scores.map((each) => ({ ...each, total: { score: 4 } }));
    expect(inferClaim("thing", usual)).toHaveProperty("properties.ann");
    expect(inferClaim("thing", [...scores, { eve: true }])).toHaveProperty("properties.ann");
  });
});
