import { describe, expect, it } from "vitest";
import { findIssuerProblems } from "../../../src/config/check-issuer.js";
import { parseConfig } from "../../../src/config/parse-config.js";
import { ConfigError } from "../../../src/errors.js";
import { quoteText } from "../../../src/text/quote-text.js";
import { thrownBy } from "../../support/thrown-by.js";

const PLACE = { file: "claims.config.json" };
const messages = (...issuers: readonly string[]) =>
  findIssuerProblems(issuers, () => PLACE).map(({ message }) => message);

describe("findIssuerProblems", () => {
  it.each([
    [["https://auth.acme.example"]],
    [["accounts.example", "https://accounts.example", "https://accounts.example/"]],
    [["https://login.example/{tenant}/v2.0"]],
    [["http://localhost:8080/realms/{realm}"]],
    [["https://login.example/{a}/{b_2}/{C}"]],
    [["https://login.example/{constructor}"]],
    [["HTTPS://login.example/{tenant}"]],
    [["a text with { and }", "${process.exit(1)}", "}{", "a/b/{c d}/e"]],
    [["https://login.example/{tenant}/v1", "https://login.example/{tenant}/v2", "https://login.example/a"]],
    [["https://login.example/{tenant}", "https://login.example/.."]],
  ])("finds nothing wrong with %j", (issuers) => {
    expect(messages(...issuers)).toEqual([]);
  });

  it.each([
    ["https://{tenant}.example/a", "has a placeholder in the host"],
    ["https://login.example:{port}/a", "has a placeholder in the host"],
    ["https://{tenant}", "has a placeholder in the host"],
    ["{scheme}://login.example/a", "is no URL with a host"],
    ["{tenant}", "is no URL with a host"],
    ["login.example/{tenant}", "is no URL with a host"],
    ["https:///{tenant}", "is no URL with a host"],
    ["https:/login.example/x/{tenant}", "is no URL with a host"],
    ["urn:acme:{tenant}", "is no URL with a host"],
    ["urn:acme:{}", "is no URL with a host"],
    ["a/b/c/{d e}/f", "is no URL with a host"],
    ["a/b/c/{d-e}", "is no URL with a host"],
    ["ftp://login.example/{tenant}", "is no URL with a host"],
    ["https://login.example/{}", "has a placeholder without a name"],
    ["https://login.example/{1st}", "has a placeholder whose name cannot be used in code"],
    ["https://login.example/{__proto__}", "has a placeholder whose name cannot be used in code"],
    ["https://login.example/{a-b}", "has a placeholder whose name cannot be used in code"],
    ["https://login.example/{a b}", "has a placeholder whose name cannot be used in code"],
    ["https://login.example/{\u2028}", "has a placeholder whose name cannot be used in code"],
    ["https://login.example/{tenant", "has a brace without its partner"],
    ["https://login.example/tenant}", "has a brace without its partner"],
    ["https://login.example/}tenant{", "has a brace without its partner"],
    ["https://login.example/{{tenant}}", "has a brace without its partner"],
    ["https://login.example/{a/b}", "has a brace without its partner"],
    ["https://login.example/t-{tenant}", "has a placeholder that is not the whole segment"],
    ["https://login.example/{a}{b}", "has a placeholder that is not the whole segment"],
    ["https://login.example/{a}/x/{a}", 'has two placeholders "a"'],
    ["https://login.example/a?tenant={tenant}", "has a query or a fragment"],
    ["https://login.example/{tenant}#a", "has a query or a fragment"],
  ])("says that %j %s", (issuer, want) => {
    expect(messages("https://a.example", issuer)).toEqual([`The issuer ${quoteText(issuer)} ${want}.`]);
  });

  it.each([
    ["https://login.example/{tenant}", "https://login.example/acme"],
    ["https://login.example/acme", "https://login.example/{tenant}"],
    ["https://login.example/{tenant}", "https://login.example/{organization}"],
    ["https://login.example/{tenant}/v2", "https://login.example/acme/{version}"],
  ])("says that %j and %j can be the same issuer", (one, other) => {
    expect(messages(one, other)).toEqual([`"${one}" and "${other}" can be the same issuer.`]);
  });
});

describe("parseConfig", () => {
  const config = (issuer: unknown) => ({
    file: "claims.config.json",
    text: JSON.stringify({
      package: { name: "@acme/claims", version: "1.0.0" },
      tokens: { access: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m", issuer } },
    }),
  });

  it.each([
    ["https://{tenant}.example", "/tokens/access/issuer"],
    [["https://a.example", "https://{tenant}.example"], "/tokens/access/issuer/1"],
    [["https://a.example/{b}", "https://a.example/c"], "/tokens/access/issuer/1"],
  ])("names the place of a wrong pattern in %j", (issuer, pointer) => {
    const error = thrownBy(() => parseConfig(config(issuer)));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ code: "invalid_value", at: { file: "claims.config.json", line: 1, pointer } });
  });
});
