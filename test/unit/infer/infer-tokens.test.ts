import { describe, expect, it } from "vitest";
import { inferTokens } from "../../../src/infer/infer-tokens.js";
import type { JsonObject } from "../../../src/schema/json-schema.js";
import { inferClaims, projectOfInference, VOCABULARY } from "../../support/infer.js";

const NOW = 1_800_000_000;
const PARTIES = { iss: "https://auth.acme.example", aud: "https://api.acme.example" };
const TIMES = { iat: NOW, exp: NOW + 900 };
const ACCESS = { ...PARTIES, ...TIMES, sub: "u", client_id: "c", jti: "j" };

type Pair = readonly [header: JsonObject | null, claims: JsonObject];

/** What is inferred from pairs of header and claims. */
const inferPairs = (...pairs: readonly Pair[]) =>
  inferTokens(
    pairs.map(([header, claims]) => ({ header, claims })),
    VOCABULARY,
  );
const tokensOf = (...pairs: readonly Pair[]): unknown => inferPairs(...pairs).config["tokens"];
const messagesOf = (...pairs: readonly Pair[]) => inferPairs(...pairs).notes.map(({ message }) => message);

describe("the config", () => {
  it("has what the policy of the samples was", () => {
    expect(
      inferPairs([
        { alg: "ES256", typ: "JWT" },
        { ...PARTIES, ...TIMES, "https://acme.example/claims/role": "x" },
      ]).config,
    ).toEqual({
      $schema: "./node_modules/claimsmith/schemas/config.schema.json",
      package: { name: "@acme/claims", version: "0.1.0" },
      output: "generated",
      namespaces: ["https://acme.example/claims/"],
      tokens: {
        token: {
          schema: "schemas/token.schema.json",
          issuer: "https://auth.acme.example",
          audience: "https://api.acme.example",
          algorithms: ["ES256"],
          lifetime: "15m",
        },
      },
    });
  });

  it("lists issuers and audiences, sorted, where each sample has one", () => {
    const header = { alg: "ES256" };
    const other = { ...TIMES, iss: "https://a.example", aud: ["https://z.example", "https://b.example"] };
    expect(tokensOf([header, { ...PARTIES, ...TIMES }], [header, other])).toMatchObject({
      token: {
        issuer: ["https://a.example", "https://auth.acme.example"],
        audience: ["https://api.acme.example", "https://b.example", "https://z.example"],
      },
    });
    for (const lacking of [TIMES, { ...TIMES, iss: "", aud: [] }, { ...TIMES, iss: 1, aud: [1] }] as const) {
      const { token } = tokensOf([header, { ...PARTIES, ...TIMES }], [header, lacking]) as { token: object };
      expect(Object.keys(token)).toEqual(["schema", "algorithms", "lifetime"]);
    }
    const many = Array.from({ length: 11 }, (_, index) => [header, { ...TIMES, iss: `i${index}`, aud: "a" }] as const);
    expect(tokensOf(...many)).toEqual({
      token: { schema: "schemas/token.schema.json", audience: "a", algorithms: ["ES256"], lifetime: "15m" },
    });
    expect(messagesOf(...many)).toContain(
      "The samples have 11 different issuers, too many to list; the config demands none.",
    );
    const braces = [header, { ...TIMES, iss: "https://{yourDomain}", aud: "a" }] as const;
    expect(tokensOf(braces)).toMatchObject({ token: expect.not.objectContaining({ issuer: expect.anything() }) });
    expect(messagesOf(braces)).toContain(
      "An issuer of the samples has braces, as no URL has; the config demands none: say which ones you trust.",
    );
  });

  it.each([
    [[{ alg: "RS256" }, { alg: "ES256" }], ["RS256", "ES256"], null],
    [[{ alg: "EdDSA" }, null], ["EdDSA"], null],
    [
      [null],
      ["RS256"],
      "No sample names an algorithm that can be used, so `RS256` is a guess: set the one that the issuer signs with.",
    ],
    [
      [{ alg: "ES256" }, { alg: "none" }],
      ["ES256"],
      "A sample is unsigned (`alg` is `none`); verify refuses such tokens.",
    ],
    [
      [{ alg: "ES256" }, { alg: "ES256K" }],
      ["ES256"],
      "A sample has an algorithm that cannot be verified here; the config leaves it out.",
    ],
    [
      [{ alg: "HS256" }, { alg: "RS256" }],
      ["HS256", "RS256"],
      "Some samples are signed with a shared secret and some with a key pair: keep one (RFC 8725 section 3.1).",
    ],
  ])("has from headers %j the algorithms %j", (headers, algorithms, message) => {
    const pairs = headers.map((header) => [header, ACCESS] as const);
    expect(tokensOf(...pairs)).toMatchObject({ token: { algorithms } });
    if (message !== null) expect(messagesOf(...pairs)).toContain(message);
    else expect(messagesOf(...pairs).filter((each) => /algorithm|unsigned|secret/.test(each))).toEqual([]);
  });

  it.each([
    [
      [
        { iat: NOW, exp: NOW + 60 },
        { iat: NOW, exp: NOW + 300 },
      ],
      "5m",
    ],
    [[{ nbf: NOW, exp: NOW + 300 }], "5m"],
    [[{ exp: NOW }], "1h"],
    [[{ iat: NOW, exp: NOW - 5 }], "1h"],
    [[{ iat: 0, exp: 1e300 }], "1h"],
    [[{ iat: 0, exp: NOW * 1000 }], "1h"],
  ])("has from %j the lifetime %s", (claims, lifetime) => {
    expect(inferClaims(...claims).config["tokens"]).toMatchObject({ token: { lifetime } });
    expect(() => projectOfInference(inferClaims(...claims))).not.toThrow();
  });

  it.each([
    ["an access token of RFC 9068", { typ: "at+jwt" }, ACCESS, { accessToken: { profile: "rfc9068" } }],
    ["its typ as a whole media type", { typ: "application/AT+JWT" }, ACCESS, { accessToken: { profile: "rfc9068" } }],
    [
      "an access token that lacks a claim",
      { typ: "at+jwt" },
      { ...ACCESS, client_id: undefined },
      { accessToken: { type: "at+jwt" } },
    ],
    ["an ID token", {}, { ...PARTIES, ...TIMES, sub: "u", nonce: "n" }, { idToken: { profile: "oidc-id-token" } }],
    ["an ID token that lacks a claim", {}, { ...PARTIES, ...TIMES, nonce: "n" }, { token: {} }],
    [
      "a logout token",
      { typ: "logout+jwt" },
      {
        ...PARTIES,
        ...TIMES,
        jti: "j",
        sid: "s",
        events: { "http://schemas.openid.net/event/backchannel-logout": {} },
      },
      { logoutToken: { profile: "oidc-logout-token" } },
    ],
    [
      "a logout token with a nonce",
      { typ: "logout+jwt" },
      { ...PARTIES, ...TIMES, jti: "j", sub: "s", events: {}, nonce: "n" },
      { logoutToken: { type: "logout+jwt" } },
    ],
    ["a type of its own", { typ: "dpop+jwt" }, TIMES, { dpopToken: { type: "dpop+jwt" } }],
    ["a type that Windows keeps to itself", { typ: "aux" }, TIMES, { auxToken: { type: "aux" } }],
    ["a type that is none", { typ: "a b" }, TIMES, { aBToken: {} }],
    ["a type of other letters", { typ: "\u202e" }, TIMES, { token: {} }],
    ["a type that is no text", { typ: 7 }, TIMES, { token: {} }],
  ])("of %s names profile and type", (_, header, claims, want) => {
    const defined = JSON.parse(JSON.stringify(claims));
    const inference = inferPairs([{ alg: "ES256", ...header }, defined]);
    const entries = Object.entries(inference.config["tokens"] ?? {}).map(([key, { profile, type }]) => [
      key,
      { ...(profile && { profile }), ...(type && { type }) },
    ]);
    expect(Object.fromEntries(entries)).toEqual(want);
    expect(() => projectOfInference(inference)).not.toThrow();
  });

  it("has no namespaces where there are too many to be anyone's own", () => {
    const claims = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`https://n${index}.example/c`, 1]));
    expect(inferClaims(claims(10)).config["namespaces"]).toHaveLength(10);
    const { config, notes } = inferClaims(claims(11));
    expect(Object.hasOwn(config, "namespaces")).toBe(false);
    expect(notes[0]?.message).toBe(
      "The names of claims begin with 11 different URIs, so none was taken as your namespace.",
    );
  });

  it("allows for the longest token", () => {
    const policy = (...sizes: readonly number[]) => {
      const { config, notes } = inferTokens(
        sizes.map((bytes) => ({ header: { alg: "ES256" }, claims: TIMES, bytes })),
        VOCABULARY,
      );
      const { token } = config["tokens"] as { token: { maxTokenBytes?: number } };
      return [token.maxTokenBytes, ...notes.map(({ message }) => message).filter((message) => /bytes/.test(message))];
    };
    expect(policy(100, 8192)).toEqual([undefined]);
    expect(policy(8193, 100)).toEqual([
      9216,
      "A sample is longer than 8192 bytes, more than many servers take in a header; `maxTokenBytes` allows for it.",
    ]);
    expect(policy(2_000_000)).toEqual([
      1_048_576,
      "A sample is longer than the 1048576 bytes that any policy can allow.",
    ]);
  });

  it("warns of a type that it cannot write", () => {
    expect(messagesOf([{ typ: "a b" }, TIMES])).toContain(
      "The header `typ` is no media type, so the config leaves it out and verify will refuse it.",
    );
  });

  it("says what the samples lack for the standard that they seem to follow", () => {
    const { client_id: _, jti: __, ...rest } = ACCESS;
    expect(messagesOf([{ typ: "at+jwt" }, rest])).toContain(
      "The tokens look like those of RFC 9068, but not all of them meet it (missing: `client_id`, `jti`); the profile is `jwt`.",
    );
  });
});

describe("the kinds of token", () => {
  const keysOf = (...pairs: readonly Pair[]) =>
    inferPairs(...pairs).tokens.map(({ key, samples, provider }) => [key, samples, provider]);

  it("are told apart by typ, by provider, and by what tells a provider's access and ID tokens apart", () => {
    const okta = { ...TIMES, iss: "https://acme.okta.com/oauth2/default", aud: "a", sub: "s" };
    expect(
      keysOf(
        [{ typ: "JWT" }, ACCESS],
        [{ typ: "at+jwt" }, ACCESS],
        [{}, ACCESS],
        [{}, { ...okta, cid: "c", uid: "u" }],
        [{}, { ...okta, nonce: "n", idp: "i" }],
      ),
    ).toEqual([
      ["token", 2, null],
      ["oktaAccessToken", 1, "Okta"],
      ["idToken", 1, "Okta"],
      ["accessToken", 1, null],
    ]);
  });

  it("are told once what is known of their provider, and each by what it was recognized", () => {
    const iss = "https://acme.eu.auth0.com/";
    const messages = messagesOf(
      [
        { alg: "RS256", typ: "JWT" },
        { ...TIMES, iss, gty: "password", scope: "a" },
      ],
      [
        { alg: "RS256", typ: "JWT" },
        { ...TIMES, iss, nonce: "n", nickname: "n" },
      ],
    );
    const count = (start: string) => messages.filter((message) => message.startsWith(start)).length;
    expect([count("Of Auth0, by its issuer"), count("The issuer ends with a slash")]).toEqual([2, 1]);
  });

  it("take claims without a header to the tokens of their provider, where those have one typ", () => {
    expect(keysOf([{ typ: "at+jwt" }, ACCESS], [null, ACCESS])).toEqual([["accessToken", 2, null]]);
    expect(keysOf([{ typ: "at+jwt" }, ACCESS], [{}, ACCESS], [null, ACCESS])).toEqual([
      ["token", 2, null],
      ["accessToken", 1, null],
    ]);
  });

  it("have keys and names of their own", () => {
    const inference = inferPairs(
      [{ typ: "x" }, TIMES],
      [{ typ: "x+jwt" }, TIMES],
      [{ typ: "X-" }, TIMES],
      [{ typ: "\u00e9" }, TIMES],
      [{}, TIMES],
    );
    expect(inference.tokens.map(({ key }) => key)).toEqual(["token", "xToken", "xToken2", "xToken3", "token2"]);
    expect(projectOfInference(inference).tokens).toHaveLength(5);
  });

  it("have titles for people", () => {
    expect(
      inferPairs([{ typ: "at+jwt" }, ACCESS], [{}, { ...PARTIES, ...TIMES, sub: "u", nonce: "n" }]).tokens.map(
        ({ schema }) => schema["title"],
      ),
    ).toEqual(["ID token", "Access token"]);
    expect(inferClaims({ iss: "https://acme.eu.auth0.com/" }).tokens[0]?.schema["title"]).toBe("Auth0 token");
  });
});
