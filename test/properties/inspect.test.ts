import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumerDefinition } from "../../src/inspect/consumer-definition.js";
import { inspectToken } from "../../src/inspect/inspect-token.js";
import { inspectJson } from "../../src/report/inspect-json.js";
import { inspectText } from "../../src/report/inspect-text.js";
import { verifyToken } from "../../src/runtime/verify/verify.js";
import { cleanPaste } from "../../src/text/clean-paste.js";
import { encodePart, forgeToken, KEYS, NOW } from "../support/forge-token.js";
import { CLAIMS, HEADER, inspectSample, KEY, ROLE, sampleProject } from "../support/inspect-sample.js";

const plain = (text: string): string => text;
const STYLE = { red: plain, bold: plain, dim: plain };

/** Values that a claim may have by mistake or by malice, among good ones. */
const anyTime = fc.oneof(
  fc.integer({ min: -4000, max: 4000 }).map((seconds) => NOW + seconds),
  fc.constantFrom(NOW * 1000, NOW * 1e6, 0, 900, -1, "1735689600", null, true, NOW + 0.5, 1e300),
);
const anyName = fc.constantFrom("role", "Role", "emailVerified", "email_verified", "colour", "__proto__", "toString");
const anyClaims = fc
  .record(
    {
      exp: anyTime,
      iat: anyTime,
      nbf: anyTime,
      iss: fc.constantFrom(CLAIMS.iss, `${CLAIMS.iss}/`, "x", 1),
      aud: fc.constantFrom(CLAIMS.aud, [CLAIMS.aud, "other"], ["other"], [], [1], null),
      sub: fc.constantFrom("u1", 7),
      [ROLE]: fc.constantFrom("admin", "owner", ["admin"]),
      tenant: fc.constantFrom({ id: "t" }, { ID: "t" }, {}, "t"),
    },
    { requiredKeys: [] },
  )
  .chain((changes) => fc.dictionary(anyName, fc.jsonValue(), { maxKeys: 2 }).map((more) => ({ ...changes, ...more })));
const anyHeader = fc.record(
  {
    alg: fc.constantFrom("ES256", "ES256", "ES256", "HS256", "none", "es256", 1),
    typ: fc.constantFrom("acme-access+jwt", "application/ACME-access+jwt", "JWT", "at+jwt", 5),
    kid: fc.constantFrom("k1", 4),
    crit: fc.constant(["exp"]),
    b64: fc.constant(false),
  },
  { requiredKeys: [] },
);

/** Mostly good tokens: few of the changes are made at once, so that acceptable ones come up too. */
const anyToken = fc
  .tuple(
    anyClaims,
    anyHeader,
    fc.subarray(["exp", "iat", "aud", "sub", ROLE, "typ", "alg"], { maxLength: 1 }),
    fc.boolean(),
  )
  .map(([claims, header, without, isRightKey]) => {
    const drop = (value: object) =>
      Object.fromEntries(Object.entries(value).filter(([name]) => !without.includes(name)));
    const key = (isRightKey ? KEYS.ec : KEYS.ecOther).privateKey;
    return forgeToken(drop({ ...HEADER, ...header }), drop({ ...CLAIMS, ...claims }), key);
  });

const POLICIES = [
  {},
  { unknownClaims: "reject" },
  { unknownClaims: "strip" },
  { clockTolerance: "5m", maxTokenBytes: 380 },
];

describe("inspect", () => {
  it.each(POLICIES)("accepts with a key exactly what verify accepts, under %j", async (policy) => {
    const project = sampleProject(policy);
    const [token] = project.tokens;
    if (token === undefined) throw new TypeError("The sample has no token.");
    const definition = consumerDefinition(token, project.namespaces);
    const counts = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(anyToken, async (text) => {
        const verified = await verifyToken(definition, text, { key: KEYS.ec.publicKey, now: NOW }).then(
          () => true,
          () => false,
        );
        const inspection = await inspectToken(text, { project, token: "access", key: KEY, now: NOW });
        expect(inspection.acceptable).toBe(verified);
        if (verified) expect(inspection.verified).toBe(true);
        counts[verified ? "accepted" : "refused"]++;
      }),
      { numRuns: 400, examples: [[forgeToken(HEADER, CLAIMS, KEYS.ec.privateKey)]] },
    );
    expect(counts.accepted).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  });

  it("explains every malformed token that verify refuses, and no other", async () => {
    const project = sampleProject();
    const good = forgeToken(HEADER, CLAIMS, KEYS.ec.privateKey);
    const mutation = fc.tuple(
      fc.nat(good.length),
      fc.nat(3),
      fc.constantFrom("", "=", "+", "/", ".", " x", "é", "A", "_", "B"),
    );
    const [token] = project.tokens;
    if (token === undefined) throw new TypeError("The sample has no token.");
    const definition = consumerDefinition(token, project.namespaces);
    await fc.assert(
      fc.asyncProperty(mutation, async ([at, length, put]) => {
        const text = good.slice(0, at) + put + good.slice(at + length);
        // What cleaning mends is another token than the one that verify would be given.
        fc.pre(cleanPaste(text).text === text);
        const code = await verifyToken(definition, text, { key: KEYS.ec.publicKey, now: NOW }).then(
          () => null,
          (error: unknown) => Reflect.get(Object(error), "code") as unknown,
        );
        const { findings } = await inspectToken(text, { project, token: "access", key: KEY, now: NOW });
        expect(findings.some((finding) => finding.refuses)).toBe(code !== null);
        if (code === "malformed_token") expect(findings.map((finding) => finding.code)).toContain("malformed_token");
      }),
      { numRuns: 500 },
    );
  });

  it("says something of any text, and never what would steer a terminal", async () => {
    const part = fc.oneof(fc.string(), fc.json().map(encodePart), fc.uint8Array().map(encodePart), fc.base64String());
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 7 }).map((parts) => parts.join(".")),
      fc.object().map((claims) => forgeToken(HEADER, claims, KEYS.ec.privateKey)),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 200 }), async (token, columns) => {
        const inspection = await inspectSample(token);
        const shown = inspectText(inspection, STYLE, columns) + inspectJson(inspection);
        expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(inspection.acceptable).toBe(inspection.findings.every(({ refuses }) => !refuses));
        JSON.parse(inspectJson(inspection));
      }),
      { numRuns: 500 },
    );
  });
});
