import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

import { PROFILES } from "../../../src/config/profiles.js";

const names = Object.keys(PROFILES) as (keyof typeof PROFILES)[];

describe("profiles", () => {
  test.each(names)("%s names every claim once, with its standard", (name) => {
    const { required, optional, forbidden } = PROFILES[name];
    const all = [...required, ...optional, ...forbidden];
    expect(new Set(all.map((claim) => claim.name)).size).toBe(all.length);
    for (const claim of all) expect(claim.standard).toMatch(/(?:RFC \d+|1\.0) sections? \d/u);
    expect(PROFILES[name].name).toBe(name);
    expect(PROFILES[name].acceptedTypes).toContain(PROFILES[name].type);
  });

  test("an access token carries nothing but its own type", () => {
    expect(PROFILES.rfc9068).toMatchObject({ type: "at+jwt", acceptedTypes: ["at+jwt"] });
    expect(PROFILES.rfc9068.required).toContainEqual({ name: "client_id", standard: "RFC 9068 section 2.2" });
  });

  test.each([
    [{ "http://schemas.openid.net/event/backchannel-logout": {} }, true],
    [{ "http://schemas.openid.net/event/backchannel-logout": {}, other: 1 }, true],
    [{ "http://schemas.openid.net/event/backchannel-logout": null }, false],
    [{}, false],
    [[], false],
    ["http://schemas.openid.net/event/backchannel-logout", false],
  ])("the events of a logout token %j: %s", (value, want) => {
    const { events } = PROFILES["oidc-logout-token"];
    expect(new Ajv().compile(events ?? false)(value)).toBe(want);
  });
});

const file = join(process.env.CLAIMSMITH_TEST_DATA ?? "../shared", "data/profiles.json");
const isThere = existsSync(file);

interface Fact {
  readonly typ: { readonly issue: string; readonly accept: readonly (string | null)[] };
  readonly required: readonly { readonly name: string }[];
  readonly conditional?: readonly { readonly name: string }[];
  readonly optional: readonly { readonly name: string }[];
  readonly forbidden: readonly { readonly name: string }[];
  readonly atLeastOneOf?: readonly { readonly claims: readonly string[] }[];
}

describe.skipIf(!isThere)(`profiles and the collected facts${isThere ? "" : " (not run: no test data)"}`, () => {
  // The cast holds: the file is ours to read and has this form; a wrong one fails the test.
  const facts = isThere ? (JSON.parse(readFileSync(file, "utf8")) as { profiles: Record<string, Fact> }).profiles : {};

  test("are about the same profiles", () => {
    expect(Object.keys(facts)).toEqual(names);
  });

  test.each(names)("agree on %s", (name) => {
    const fact = facts[name];
    const profile = PROFILES[name];
    const namesOf = (claims: readonly { readonly name: string }[] = []) => claims.map((claim) => claim.name);
    expect({
      type: profile.type,
      acceptedTypes: [...profile.acceptedTypes].sort(),
      required: namesOf(profile.required),
      optional: namesOf(profile.optional),
      forbidden: namesOf(profile.forbidden),
      atLeastOneOf: profile.atLeastOneOf.map((group) => group.claims),
    }).toEqual({
      type: fact?.typ.issue,
      // `application/` is implied when types are compared, so that a second spelling says nothing new.
      acceptedTypes: fact?.typ.accept.filter((type) => type?.startsWith("application/") !== true).sort(),
      required: namesOf(fact?.required),
      optional: [...namesOf(fact?.conditional), ...namesOf(fact?.optional)],
      forbidden: namesOf(fact?.forbidden),
      atLeastOneOf: (fact?.atLeastOneOf ?? []).map((group) => group.claims),
    });
  });
});
