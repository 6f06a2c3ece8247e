import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage } from "../../src/emit/generate-package.js";
import type { JsonValue } from "../../src/schema/json-schema.js";
import { arbitraryClaimSet, type DrawnClaimSet, placesOf } from "../support/arbitrary-claim-set.js";
import { type LoadedPackage, type LoadedToken, loadPackage } from "../support/load-package.js";
import { configOf, projectOf } from "../support/project.js";

const TOKENS = 60;
const NOW = 1_800_000_000;
const key = new Uint8Array(32).fill(3);
const POLICY = {
  algorithms: ["HS256"],
  lifetime: "15m",
  issuer: "https://auth.acme.example",
  audience: "https://api.acme.example",
};

// A fixed seed, so that the packages are the same in every run; what is drawn from them is not.
const drawn: readonly DrawnClaimSet[] = fc.sample(arbitraryClaimSet, { numRuns: TOKENS, seed: 20_260_101 });
const names = drawn.map((_, at) => `token${at}x`);
const config = configOf(
  {},
  { tokens: Object.fromEntries(names.map((name) => [name, { schema: `${name}.json`, ...POLICY }])) },
);
const files = Object.fromEntries(drawn.map(({ schema }, at) => [`${names[at]}.json`, schema]));

let loaded: LoadedPackage;
beforeAll(async () => {
  loaded = await loadPackage(config, files);
});
afterAll(() => loaded?.remove());

interface Draw {
  readonly token: LoadedToken;
  readonly claims: Readonly<Record<string, JsonValue>>;
}

/** One of the tokens, and claims that its schema describes. */
const arbitraryDraw: fc.Arbitrary<{ at: number; claims: Readonly<Record<string, JsonValue>> }> = fc
  .nat(TOKENS - 1)
  .chain((at) => (drawn[at]?.claims ?? fc.constant({})).map((claims) => ({ at, claims })));

function find({ at, claims }: { at: number; claims: Draw["claims"] }): Draw {
  const token = loaded.tokens.get(names[at] ?? "");
  if (token === undefined) throw new TypeError(`There is no token ${at}.`);
  return { token, claims };
}

const issue = ({ token, claims }: Draw) => token.issue(claims, { key, now: NOW });

describe("for any claim set", () => {
  it("what issue signs, verify accepts and gives back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraw, async (draw) => {
        const found = find(draw);
        const { claims } = await found.token.verify(await issue(found), { key, now: NOW });
        const policy = { iss: POLICY.issuer, aud: POLICY.audience, iat: NOW, exp: NOW + 900 };
        expect(claims).toEqual({ ...policy, ...found.claims });
        expect(found.token.validate(claims)).toEqual({ value: claims });
      }),
      { numRuns: 600 },
    );
  });

  it("a token with one character changed, left out or added is never accepted", async () => {
    const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n"];
    const change = fc.record({
      place: fc.nat(),
      by: fc.constantFrom("replace", "remove", "insert"),
      character: fc.constantFrom(...alphabet),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryDraw, fc.array(change, { minLength: 6, maxLength: 6 }), async (draw, changes) => {
        const found = find(draw);
        const token = await issue(found);
        for (const { place, by, character } of changes) {
          const at = place % token.length;
          const rest = token.slice(by === "insert" ? at : at + 1);
          const changed = token.slice(0, at) + (by === "remove" ? "" : character) + rest;
          if (changed === token) continue;
          await expect(found.token.verify(changed, { key, now: NOW })).rejects.toMatchObject({ name: "ClaimsError" });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("an undeclared claim at any depth is refused by issue, and accepted by validate and verify under `ignore`", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraw, fc.nat(), async (draw, pick) => {
        const found = find(draw);
        const places = placesOf(found.claims);
        const place = places[pick % places.length] ?? [];
        const claims = withUndeclared(found.claims, place);
        const pointer = `/${[...place, "undeclared"].map((name) => String(name).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
        await expect(issue({ token: found.token, claims })).rejects.toMatchObject({
          code: "invalid_claims",
          issues: [{ code: "unknown", path: pointer }],
        });
        const whole = { iss: POLICY.issuer, aud: POLICY.audience, exp: NOW + 900, ...claims };
        expect(found.token.validate(whole)).toEqual({ value: whole });
      }),
      { numRuns: 400 },
    );
  });

  it("a claim of another type is refused on both sides", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDraw, fc.nat(), async (draw, pick) => {
        const found = find(draw);
        const claimNames = Object.keys(found.claims);
        fc.pre(claimNames.length > 0);
        const name = claimNames[pick % claimNames.length] ?? "";
        // No schema that is drawn admits null.
        const claims = { ...found.claims, [name]: null };
        await expect(issue({ token: found.token, claims })).rejects.toMatchObject({ code: "invalid_claims" });
        const whole = { iss: POLICY.issuer, aud: POLICY.audience, exp: NOW + 900, ...claims };
        expect(found.token.validate(whole)).toMatchObject({
          issues: expect.arrayContaining([expect.objectContaining({ claim: name })]),
        });
      }),
      { numRuns: 300 },
    );
  });

  it("generating twice gives the same bytes", async () => {
    const one = await generatePackage(projectOf(config, files));
    const other = await generatePackage(projectOf(structuredClone(config), structuredClone(files)));
    expect([...other]).toEqual([...one]);
  });
});

it("a claim behind a reference may have a declared member `__proto__`", async () => {
  const Shared = JSON.parse('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }');
  const schema = { properties: { one: { $ref: "#/$defs/Shared" } }, $defs: { Shared } };
  const { tokens, remove } = await loadPackage(configOf(), { "schema.json": schema });
  try {
    const claims = JSON.parse('{ "one": { "__proto__": "x" } }');
    expect(await tokens.get("token")?.issue(claims, { key, now: NOW })).toMatch(/^ey/);
  } finally {
    await remove();
  }
});

/** A copy of the claims with one more member in the object at a place. */
function withUndeclared(claims: Draw["claims"], place: readonly (string | number)[]): Draw["claims"] {
  const copy = structuredClone(claims) as Record<string, unknown>;
  let holder: unknown = copy;
  for (const name of place) holder = Reflect.get(Object(holder), name);
  Object.defineProperty(holder, "undeclared", { value: 1, enumerable: true, configurable: true, writable: true });
  // Only a number was added.
  return copy as Draw["claims"];
}
