import { describe, expect, expectTypeOf, it } from "vitest";
import { defineRule, type Report, type Rule } from "../../../src/lint/rule.js";
import { findingsOf } from "../../support/expect-findings.js";

const base = { id: "sample", description: "A sample.", severity: "warn", source: ["RFC 0"] } as const;
const here = { file: "schema.json" };

describe("defineRule", () => {
  it("checks the keys and the data of messages where the rule reports", () => {
    defineRule({
      ...base,
      messages: { plain: "Nothing to fill in.", filled: "{claim} has {count} of them." },
      project(_, { report }) {
        report({ at: here, message: "plain" });
        report({ at: here, message: "filled", data: { claim: "a", count: 2 } });
        // @ts-expect-error there is no such message
        report({ at: here, message: "other" });
        // @ts-expect-error the message has names to fill in
        report({ at: here, message: "filled" });
        // @ts-expect-error one of the names is left out
        report({ at: here, message: "filled", data: { claim: "a" } });
        // @ts-expect-error there is nothing to fill in
        report({ at: here, message: "plain", data: { claim: "a" } });
      },
    });
  });

  it("gives a rule that fits a list with every other", () => {
    const rule = defineRule({ ...base, messages: { one: "One." } });
    expectTypeOf(rule).toEqualTypeOf<Rule>();
    expectTypeOf<Report["message"]>().toEqualTypeOf<string>();
    expect(rule.id).toBe("sample");
  });
});

describe("a rule", () => {
  const visited: string[] = [];
  const rule = defineRule({
    ...base,
    messages: { seen: "{what}" },
    project(project, { config, today, vocabulary }) {
      visited.push(`project ${project.package.name} ${config.file} ${today} ${vocabulary.claims.has("email")}`);
    },
    token(token, { locate }) {
      visited.push(`token ${token.key} ${locate("lifetime").pointer} ${locate("issuer").pointer}`);
    },
    claim(claim, { token, schemas }) {
      visited.push(`claim ${token.key} ${claim.name} ${claim.declaredBy} ${schemas().length}`);
    },
    schema({ claim, path, location }, { token }) {
      visited.push(`schema ${token.key} ${claim} /${path.join("/")} ${location.pointer}`);
    },
  });

  it("is shown the project, then each token with its claims and its schemas", async () => {
    visited.length = 0;
    await findingsOf([rule], { schema: { properties: { role: { type: "string" } } } });
    expect(visited).toEqual([
      "project @acme/claims claims.config.json 2026-06-15 true",
      "token token /tokens/token/lifetime /tokens/token",
      "claim token role schema 1",
      "claim token exp rfc7519 0",
      "claim token iat rfc7519 0",
      "claim token nbf rfc7519 0",
      "schema token null / ",
      "schema token role /role /properties/role",
    ]);
  });

  it("may be async, and is waited for", async () => {
    const slow = defineRule({
      ...base,
      messages: { late: "Late." },
      async schema({ location }, { report }) {
        await new Promise((resolve) => setImmediate(resolve));
        report({ at: location, message: "late" });
      },
    });
    expect((await findingsOf([slow], { schema: {} })).map(({ message }) => message)).toEqual(["Late."]);
  });
});
