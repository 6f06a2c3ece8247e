import { describe, it } from "vitest";
import { tokensNotDistinct } from "../../../../src/lint/rules/tokens-not-distinct.js";
import { expectFindings, type LintSample } from "../../../support/expect-findings.js";

/** Tokens `session` and `invite` with the given policies and claim sets. */
function two(session: object, invite: object, one: object, other: object): LintSample {
  const token = (key: string) => ({ schema: `${key}.json`, algorithms: ["ES256"], lifetime: "15m" });
  return {
    config: { tokens: { session: { ...token("session"), ...session }, invite: { ...token("invite"), ...invite } } },
    files: { "session.json": { type: "object", ...one }, "invite.json": { type: "object", ...other } },
  };
}

describe("tokens-not-distinct", () => {
  const HINT = (type: string) =>
    `Give each a "type" of its own in the config, such as "${type}+jwt"; consumers refuse every other.`;

  it("reports two tokens that nothing keeps apart, at the first of them", async () => {
    await expectFindings(tokensNotDistinct, two({}, {}, {}, {}), [
      {
        at: "claims.config.json#/tokens/session",
        token: "session",
        severity: "warn",
        message:
          'A token "session" can pass for a token "invite": header, issuer, audience and claims of both allow it.',
        help: HINT("invite"),
      },
    ]);
  });

  it("reports a token that passes for another that demands less, and not the reverse", async () => {
    const more = { properties: { kind: { enum: ["a", "b"] } }, required: ["kind"] };
    await expectFindings(tokensNotDistinct, two({ type: "invite+jwt" }, {}, more, {}), []);
    await expectFindings(tokensNotDistinct, two({}, {}, {}, more), [
      {
        token: "invite",
        message:
          'A token "invite" can pass for a token "session": header, issuer, audience and claims of both allow it.',
      },
    ]);
  });

  it("reports a pair for which the proof takes too long", async () => {
    const hard = (at: number) => ({
      properties: { c: { type: "string", pattern: `^(?:(?!${"a".repeat(at + 3)})[a-z])+$` } },
      required: ["c"],
      not: { properties: { c: { pattern: "^\\bb" } } },
    });
    await expectFindings(
      tokensNotDistinct,
      two({}, {}, hard(0), { ...hard(1), properties: { c: { type: "string", pattern: "^\\bb[a-z]" } } }),
      [{ message: 'Nothing was found that keeps a token "session" from passing for a token "invite".' }],
    );
  });

  it.each([
    ["types of their own", { type: "session+jwt" }, { type: "invite+jwt" }, {}, {}],
    ["other audiences", { audience: "a" }, { audience: ["b", "c"] }, {}, {}],
    ["other issuers", { issuer: "a" }, { issuer: "b" }, {}, {}],
    ["other algorithms", { algorithms: ["ES256"] }, { algorithms: ["ES384"] }, {}, {}],
    [
      "claims that exclude each other",
      {},
      {},
      { properties: { kind: { const: "session" } }, required: ["kind"] },
      { properties: { kind: { const: "invite" } }, required: ["kind"] },
    ],
    ["tokens of third parties", { helpers: ["verify"] }, { helpers: ["verify"] }, {}, {}],
  ])("accepts tokens with %s", async (_, session, invite, one, other) => {
    await expectFindings(tokensNotDistinct, two(session, invite, one, other), []);
  });

  it.each<[string, unknown, unknown, readonly object[]]>([
    ["a pattern and what fits it", "https://a.example/{tenant}", "https://a.example/b", [{ token: "session" }]],
    ["patterns that meet", "https://a.example/{x}/y", ["https://a.example/x/{y}"], [{ token: "session" }]],
    ["a pattern and what does not fit it", "https://a.example/{tenant}", "https://a.example/b/c", []],
    ["patterns that do not meet", "https://a.example/{x}/y", "https://a.example/{x}/z", []],
  ])("compares issuers as verify does: %s", async (_, session, invite, want) => {
    await expectFindings(tokensNotDistinct, two({ issuer: session }, { issuer: invite }, {}, {}), want);
  });

  it("compares types as verify does", async () => {
    await expectFindings(tokensNotDistinct, two({ type: "application/X+JWT" }, { type: "x+jwt" }, {}, {}), [
      { token: "session" },
    ]);
  });
});
