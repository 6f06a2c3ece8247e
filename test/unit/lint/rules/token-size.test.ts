import { describe, it } from "vitest";
import { tokenSize } from "../../../../src/lint/rules/token-size.js";
import { expectFindings } from "../../../support/expect-findings.js";

const text = (length: number) => ({ const: "x".repeat(length) });

describe("token-size", () => {
  it("reports a typical token that issue would refuse, with the claims that cost most", async () => {
    const schema = {
      type: "object",
      properties: { a: text(300), b: text(40), c: text(200), d: text(30) },
      required: ["a", "b", "c", "d"],
    };
    await expectFindings(tokenSize, { schema, token: { maxTokenBytes: 512 } }, [
      {
        at: "claims.config.json#/tokens/token/maxTokenBytes",
        severity: "warn",
        message: "A typical token has about 995 bytes, and issue refuses more than the 512 of maxTokenBytes.",
        help: 'Most of it is "a" (307 bytes), "c" (207 bytes), "b" (47 bytes). Let consumers ask for what only few of them need.',
      },
    ]);
  });

  it.each([
    [
      "a cookie",
      2950,
      "A typical token has about 4141 bytes; a cookie holds 4096, its name included.",
      "RFC 6265 section 6.1",
    ],
    [
      "a header",
      6000,
      "A typical token has about 8207 bytes; an HTTP header of common servers holds 8192, its name included.",
      "draft-ietf-httpbis-rfc6265bis section 4.2",
    ],
  ])("reports a typical token that does not fit into %s", async (_, length, message, source) => {
    const sample = { schema: { properties: { a: text(length) }, required: ["a"] }, token: { maxTokenBytes: 65536 } };
    await expectFindings(tokenSize, sample, [{ message, source: [source] }]);
  });

  it("reports a claim set that admits more than maxTokenBytes", async () => {
    const schema = { properties: { a: { type: "string", maxLength: 2000 } } };
    await expectFindings(tokenSize, { schema }, [
      {
        at: "claims.config.json#/tokens/token",
        message: "The claim set admits tokens of 16290 bytes, and issue refuses more than the 8192 of maxTokenBytes.",
        help: 'The largest claims are "a" (12007 bytes), "exp" (32 bytes), "iat" (32 bytes): bound them closer, or raise maxTokenBytes.',
      },
    ]);
  });

  it.each([
    ["a short token", { properties: { a: { enum: ["admin", "member"] } } }],
    ["a text without bounds, which is the matter of unbounded-value", { properties: { a: { type: "string" } } }],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(tokenSize, { schema }, []);
  });
});
