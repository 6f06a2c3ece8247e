import { describe, expect, it } from "vitest";
import { encodePart } from "../../support/forge-token.js";
import {
  AUDIENCE,
  HEADER,
  ISSUER,
  inspectSample,
  ROLE,
  sampleProject,
  sampleToken,
} from "../../support/inspect-sample.js";
import { configOf, projectOf } from "../../support/project.js";

const token = (header: object, claims: object): string =>
  `${encodePart({ alg: "ES256", ...header })}.${encodePart(claims)}.AA`;

async function kindOf(header: object, claims: object) {
  return (await inspectSample(token(header, claims))).token;
}

describe("the kind of a token", () => {
  it.each<[string, object, object, string | null]>([
    ["its typ", { typ: "application/Acme-Access+JWT" }, {}, "access"],
    [
      "its typ, whatever iss and aud say",
      { typ: "acme-access+jwt" },
      { iss: "https://session.acme.example", session: "x" },
      "access",
    ],
    ["its issuer, where many have its typ", { typ: "JWT" }, { iss: ISSUER }, "access"],
    ["its issuer, whatever it holds", { typ: "JWT" }, { iss: ISSUER, session: "x" }, "access"],
    ["its audience", { typ: "JWT" }, { aud: [AUDIENCE, "x"] }, "access"],
    ["its claims", { typ: "other" }, { session: "x" }, "session"],
    ["its claims, under names that are nearly right", {}, { Session: "x" }, "session"],
    [
      "the best fit of its claims",
      {},
      { session: "x", sub: "u", [ROLE]: "admin", exp: 1, iss: "", aud: "" },
      "session",
    ],
    ["nothing: there is no sign of any kind", { typ: "JWT" }, { sub: "x", exp: 1 }, null],
    ["nothing: its issuer and audience are none of ours", {}, { iss: "https://other.example", aud: "x" }, null],
    ["nothing, though the names are what every object has", {}, { constructor: 1, toString: 2 }, null],
  ])("is told by %s", async (_, header, claims, want) => {
    expect(await kindOf(header, claims)).toBe(want);
  });

  it("is told by a pattern of issuers, where many have its typ", async () => {
    const project = sampleProject({ issuer: "https://login.acme.example/{tenant}" });
    const kindOfIssuer = async (iss: string) =>
      (await inspectSample(token({ typ: "JWT" }, { iss, session: "x" }), { project })).token;
    expect(await kindOfIssuer("https://login.acme.example/a")).toBe("access");
    expect(await kindOfIssuer("https://login.acme.example/a/b")).toBe("session");
  });

  it("that the user names counts, whatever the token says", async () => {
    expect((await inspectSample(sampleToken(), { token: "session" })).token).toBe("session");
    expect((await inspectSample("nonsense", { token: "session" })).token).toBe("session");
  });

  it("that no config describes makes the token unacceptable", async () => {
    const { acceptable, findings, description } = await inspectSample(token({ typ: "JWT" }, { sub: "x", nonce: "n" }));
    expect(acceptable).toBe(false);
    expect(description).toBe("an OpenID Connect ID token, by its claims");
    expect(findings[0]).toEqual({
      code: "type_mismatch",
      claim: null,
      expected: "access or session",
      message:
        "The token is of no kind that the config describes. If it is meant to be one of them, name it with `--token`.",
      refuses: true,
    });
  });

  it("is the first of two that fit alike", async () => {
    const of = { schema: "a.json", algorithms: ["ES256"], lifetime: "1h" };
    const project = projectOf(configOf({}, { tokens: { one: of, other: of } }), { "a.json": { type: "object" } });
    expect((await inspectSample(token(HEADER, { exp: 2e9 }), { project })).token).toBe("one");
  });
});

describe("a token of no known kind", () => {
  it.each<[object, object, string]>([
    [{ typ: "at+jwt" }, {}, "an OAuth 2.0 access token (RFC 9068)"],
    [{ typ: "application/logout+jwt" }, {}, "an OpenID Connect logout token (Back-Channel Logout 1.0)"],
    [{ typ: "dpop+jwt" }, {}, "a DPoP proof, which goes beside an access token (RFC 9449)"],
    [{}, { htm: "GET", htu: "https://x.example" }, "a DPoP proof, which goes beside an access token (RFC 9449)"],
    [
      {},
      { events: { "http://schemas.openid.net/event/backchannel-logout": {} } },
      "an OpenID Connect logout token, by its claims",
    ],
    [{}, { at_hash: "x" }, "an OpenID Connect ID token, by its claims"],
    [{}, { scp: [] }, "an access token, by its claims"],
    [{}, { events: null }, "a signed token (JWT, RFC 7519)"],
  ])("is described: %j %j", async (header, claims, want) => {
    expect((await inspectSample(token(header, claims), { project: null })).description).toBe(want);
  });
});
