import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { Change, TokenDiff } from "../../../src/diff/diff-report.js";
import type { Includes } from "../../../src/diff/direction-judge.js";
import { cpuTime } from "../../support/cpu-time.js";
import { configOf, projectOf } from "../../support/project.js";

const STRING = { type: "string" };
const claims = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });

interface Side {
  readonly schema: object;
  readonly token?: Readonly<Record<string, unknown>>;
}

async function compare(base: Side, revision: Side, includes?: Includes, today = "2026-01-01"): Promise<TokenDiff> {
  const [before, after] = [base, revision].map(({ schema, token }) =>
    projectOf(configOf(token), { "schema.json": schema }),
  );
  if (before === undefined || after === undefined) throw new TypeError("Two sides were given.");
  const { tokens } = await diffProjects(before, after, { today, includes });
  if (tokens[0] === undefined) throw new TypeError("No token was compared.");
  return tokens[0];
}

const idsOf = ({ changes }: TokenDiff, kind: Change["kind"]): readonly string[] =>
  changes.filter((change) => change.kind === kind).map(({ id }) => id);

describe("diffProjects", () => {
  it("reports what is not proved as breaking", async () => {
    const doubt: Includes = () => ({ verdict: "unknown", reason: "nobody looked" });
    const sides = [
      { schema: claims({ role: STRING }) },
      { schema: claims({ role: { ...STRING, maxLength: 9 } }) },
    ] as const;
    const diff = await compare(...sides, doubt);
    expect(diff).toMatchObject({ backward: false, forward: false, level: "breaking", rollout: "two-step" });
    expect(diff.changes[0]).toMatchObject({ claim: "role", proof: "unknown", witness: null });
  });

  it("does not take a witness at its word that the validators do not confirm", async () => {
    const liar: Includes = () => ({ verdict: "not-included", witness: { role: "fine" } });
    const diff = await compare({ schema: claims({ a: STRING }) }, { schema: claims({ a: STRING, b: STRING }) }, liar);
    expect(diff.changes.every(({ witness }) => witness === null)).toBe(true);
    expect(diff).toMatchObject({ backward: false, forward: false });
    expect(diff.changes.some(({ proof }) => proof === "unknown")).toBe(true);
  });

  it.each([
    [{ algorithms: ["ES256"] }, { algorithms: ["EdDSA"] }, 'The allowed algorithm "ES256" is now "EdDSA".'],
    [
      { algorithms: ["ES256", "EdDSA"] },
      { algorithms: ["ES256"] },
      'The allowed algorithms "ES256", "EdDSA" are now "ES256".',
    ],
    [{}, { issuer: ["a", "b"] }, 'The issuers (none) are now "a", "b".'],
    [{}, { audience: "a" }, 'The audience (none) is now "a".'],
    [{ type: "a" }, { type: "b" }, 'The header `typ` "a" is now "b".'],
    [
      { helpers: ["issue", "verify"] },
      { helpers: ["verify"] },
      'The generated helpers "issue", "verify" are now "verify".',
    ],
  ])("says what a policy was and is: %j, %j", async (before, after, message) => {
    const schema = claims({});
    const { changes } = await compare({ schema, token: before }, { schema, token: after });
    expect(changes.find(({ kind }) => kind.startsWith("policy-"))?.message).toBe(message);
  });

  it("shows for a policy that rejects unknown claims a witness of the two sides as they are", async () => {
    const token = { helpers: ["verify"] };
    const nested = { type: "object", properties: { id: STRING } };
    const diff = await compare(
      { schema: claims({ tenant: nested }, { required: ["tenant"] }), token },
      {
        schema: claims({ tenant: { type: "object" } }, { required: ["tenant"] }),
        token: { ...token, unknownClaims: "reject" },
      },
    );
    const found = diff.changes.find(({ kind }) => kind === "policy-unknown-claims");
    expect(found).toMatchObject({ breaks: ["backward"], proof: "witness" });
    const declared = ["tenant", "iss", "sub", "aud", "exp", "nbf", "iat", "jti"];
    expect(Object.keys(found?.witness?.claims ?? {}).filter((name) => !declared.includes(name))).not.toEqual([]);
  });

  it("has a policy that rejects unknown claims break nothing where the claim set says what there may be", async () => {
    const open = claims({ sub: STRING }, { additionalProperties: true });
    const diff = await compare(
      { schema: open, token: { helpers: ["verify"] } },
      { schema: open, token: { helpers: ["verify"], unknownClaims: "reject" } },
    );
    expect(diff).toMatchObject({ backward: true, forward: true });
  });

  it("shows a realistic witness, and what the refusing side reports", async () => {
    const token = { issuer: "https://a.example", audience: ["https://b.example", "https://c.example"] };
    const diff = await compare(
      { schema: claims({ role: { enum: ["admin", "member"] } }), token },
      { schema: claims({ role: { enum: ["admin"] } }), token },
    );
    expect(diff.changes[0]?.witness).toEqual({
      direction: "backward",
      claims: {
        exp: 1_767_226_500,
        iss: "https://a.example",
        aud: "https://b.example",
        iat: 1_767_225_600,
        role: "member",
      },
      issue: {
        code: "invalid",
        claim: "role",
        path: "/role",
        message: 'Claim "role" must be one of "admin".',
        keyword: "enum",
      },
    });
  });

  it("gives a change the same id beside other changes, in another layout and elsewhere in the schema", async () => {
    const before = claims({ sub: STRING, role: { enum: ["a", "b"] } });
    const plain = await compare({ schema: before }, { schema: claims({ sub: STRING, role: { enum: ["a"] } }) });
    const among = await compare(
      {
        schema: { properties: { role: { enum: ["b", "a"], title: "Role" }, sub: STRING }, type: "object" },
        token: { lifetime: "1h" },
      },
      {
        schema: claims(
          { added: STRING, role: { $ref: "#/$defs/role" } },
          { required: ["added"], $defs: { role: { enum: ["a"] } } },
        ),
        token: { lifetime: "2h" },
      },
    );
    expect(idsOf(plain, "claim-narrowed")).toHaveLength(1);
    expect(idsOf(among, "claim-narrowed")).toEqual(idsOf(plain, "claim-narrowed"));
    const other = await compare({ schema: before }, { schema: claims({ sub: STRING, role: { enum: ["b"] } }) });
    expect(idsOf(other, "claim-narrowed")).not.toEqual(idsOf(plain, "claim-narrowed"));
  });

  it("blames each claim for its own break only", async () => {
    const diff = await compare(
      { schema: claims({ a: STRING, b: STRING, c: STRING }) },
      { schema: claims({ a: { type: "number" }, b: STRING, c: { type: ["string", "null"] } }) },
    );
    const blamed = diff.changes.map(({ claim, breaks }) => [claim, breaks.filter((one) => !one.endsWith("types"))]);
    expect(blamed).toEqual([
      ["a", ["backward", "forward"]],
      ["c", ["forward"]],
    ]);
  });

  it("shows what breaks besides the claims that explain a part of it", async () => {
    const diff = await compare(
      { schema: claims({ a: STRING, b: STRING }) },
      { schema: claims({ a: { ...STRING, maxLength: 3 }, b: STRING }, { dependentRequired: { a: ["b"] } }) },
    );
    expect(diff.changes.map(({ kind, breaks }) => [kind, breaks.includes("backward")])).toEqual([
      ["claim-narrowed", true],
      ["claim-set", true],
    ]);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "*/", "a\nb", "\ud800", "https://a.example/~x"])(
    "compares a claim that is called %j like any other",
    async (name) => {
      const side = (role: object) => ({
        schema: claims(
          Object.fromEntries([
            ["sub", STRING],
            [name, role],
          ]),
        ),
      });
      const narrowed = await compare(side({ enum: ["a", "b"] }), side({ enum: ["a"] }));
      expect(narrowed.changes.map(({ kind, claim, breaks }) => [kind, claim, breaks])).toEqual([
        ["claim-narrowed", name, ["backward", "producer-types"]],
      ]);
      expect(Object.getOwnPropertyDescriptor(narrowed.changes[0]?.witness?.claims, name)?.value).toBe("b");
      const removed = await compare(side(STRING), { schema: claims({ sub: STRING }) });
      expect(removed.changes.map(({ kind, breaks }) => [kind, breaks])).toEqual([
        ["claim-removed", ["producer-types", "consumer-types"]],
      ]);
    },
  );

  it.each([
    ["2026-01-31", 'Claim "old" is gone, before its time: it may go after 2026-01-31.'],
    ["2026-02-01", 'Claim "old" is gone, as announced for 2026-01-31.'],
  ])("says on %s of a removal whether it was announced", async (today, want) => {
    const old = {
      ...STRING,
      deprecated: true,
      "x-claimsmith-sunset": "2026-01-31",
      "x-claimsmith-readers": ["billing"],
    };
    const diff = await compare(
      { schema: claims({ sub: STRING, old }) },
      { schema: claims({ sub: STRING }) },
      undefined,
      today,
    );
    expect(diff.changes[0]).toMatchObject({ message: want, readers: ["billing"] });
  });

  it("plans the steps of a rollout, with the time that old tokens live", async () => {
    const role = (type: string) => claims({ role: { type } });
    const token = { lifetime: "90m" };
    const plan = async (before: object, after: object) =>
      (await compare({ schema: before, token }, { schema: after, token })).plan;
    expect(await plan(role("integer"), role("number"))).toEqual([
      "Deploy the consumers of token with the revision.",
      "Then deploy the producers of token.",
    ]);
    expect(await plan(role("number"), role("integer"))).toEqual([
      "Deploy the producers of token with the revision.",
      "Wait 90m, until the last old token has expired.",
      "Then deploy the consumers of token.",
    ]);
    expect(await plan(role("number"), role("string"))).toEqual([
      "Expand: write into the revision what is shown as the expanded state. It was proved to accept the tokens of both sides.",
      "Deploy the consumers of token with the expanded state, and leave the producers of token as they are.",
      "Deploy the producers of token with the revision.",
      "Wait 90m, until the last old token has expired.",
      "Contract: deploy the consumers of token with the revision.",
    ]);
    expect(await plan(role("number"), role("number"))).toEqual([]);
  });

  it("tells tokens that are new, gone and renamed", async () => {
    const token = { schema: "schema.json", algorithms: ["ES256"], lifetime: "15m" };
    const project = (tokens: object) =>
      projectOf(configOf({}, { tokens }), { "schema.json": claims({ a: STRING }), "b.json": claims({ b: STRING }) });
    const other = { ...token, schema: "b.json", lifetime: "1h" };
    const { tokens } = await diffProjects(project({ kept: token, one: other }), project({ kept: token, two: other }), {
      today: "2026-01-01",
    });
    expect(
      tokens.map((one) => [one.token, one.level, one.backward, one.forward, one.changes.map(({ kind }) => kind)]),
    ).toEqual([
      ["kept", "none", true, true, []],
      ["two", "compatible", true, true, ["token-renamed"]],
      ["one", "breaking", false, true, ["token-renamed"]],
    ]);
    const gone = await diffProjects(project({ kept: token, one: other }), project({ kept: token }), {
      today: "2026-01-01",
    });
    expect(gone.tokens[1]).toMatchObject({ token: "one", backward: false, rollout: "producers-first" });
    expect(gone.tokens[1]?.changes[0]).toMatchObject({
      kind: "token-removed",
      message: 'Token "one" is gone.',
      breaks: ["backward", "producer-types", "consumer-types"],
    });
    const fresh = await diffProjects(project({ kept: token }), project({ kept: token, one: other }), {
      today: "2026-01-01",
    });
    expect(fresh.tokens[1]).toMatchObject({ token: "one", level: "compatible", rollout: "any-order" });
  });

  it("gives a recursive claim set that did not change no change", async () => {
    const tree = {
      type: "object",
      properties: { name: STRING, children: { type: "array", items: { $ref: "#/$defs/tree" } } },
    };
    const schema = claims({ tree: { $ref: "#/$defs/tree" } }, { $defs: { tree } });
    expect(await compare({ schema }, { schema })).toMatchObject({ level: "none", changes: [] });
  });

  it("has the size of the token on both sides, where it is there", async () => {
    const token = (maxLength: number) => ({
      schema: claims({ a: { type: "string", maxLength } }, { required: ["a"] }),
      algorithms: ["ES256"],
    });
    const project = (tokens: Readonly<Record<string, { schema: object; algorithms: readonly string[] }>>) => {
      const entries = Object.entries(tokens);
      const policies = entries.map(([key, { algorithms }]) => [
        key,
        { schema: `${key}.json`, algorithms, lifetime: "15m" },
      ]);
      const files = Object.fromEntries(entries.map(([key, { schema }]) => [`${key}.json`, schema]));
      return projectOf(configOf({}, { tokens: Object.fromEntries(policies) }), files);
    };
    const report = await diffProjects(
      project({ one: token(4), two: token(4), gone: token(50) }),
      project({ one: token(4), two: token(7), fresh: token(60) }),
      { today: "2026-01-01" },
    );
    const four = { smallest: 156, typical: 256, largest: 365 };
    expect(report.tokens.map(({ token, size }) => [token, size])).toEqual([
      ["one", { before: four, after: four }],
      ["two", { before: four, after: { smallest: 156, typical: 260, largest: 389 } }],
      ["fresh", { before: null, after: { smallest: 156, typical: 277, largest: 813 } }],
      ["gone", { before: { smallest: 156, typical: 277, largest: 733 }, after: null }],
    ]);
  });

  it("compares a thousand claims in seconds", async () => {
    const many = (type: string) =>
      claims(
        Object.fromEntries(
          Array.from({ length: 1000 }, (_, index) => [`c${index}`, { type: index === 7 ? type : "string" }]),
        ),
      );
    const start = cpuTime();
    const diff = await compare({ schema: many("string") }, { schema: many("number") });
    expect(diff.changes.map(({ claim }) => claim)).toEqual(["c7"]);
    expect(cpuTime() - start).toBeLessThan(20_000);
  });

  it("compares a thousand claims that all changed in seconds", async () => {
    const many = (type: string) =>
      claims(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`c${index}`, { type }])));
    const start = cpuTime();
    const diff = await compare({ schema: many("string") }, { schema: many("number") });
    expect(diff.changes).toHaveLength(1000);
    expect(diff.changes.every(({ witness }) => witness !== null)).toBe(true);
    expect(diff.expansion?.schema).toHaveLength(1000);
    expect(cpuTime() - start).toBeLessThan(50_000);
  });
});
