import { describe, it } from "vitest";
import { notNamespaced } from "../../../../src/lint/rules/not-namespaced.js";
import { expectFindings } from "../../../support/expect-findings.js";

const message = 'The private claim "tenant" has a name that may collide with another\'s.';

describe("not-namespaced", () => {
  it("reports a bare private claim, with the name that it would have", async () => {
    await expectFindings(notNamespaced, { schema: { properties: { tenant: {} } } }, [
      {
        at: "schema.json#/properties/tenant",
        claim: "tenant",
        severity: "warn",
        message,
        help: 'Name it "https://acme.example/tenant".',
      },
    ]);
  });

  it.each([
    ["https://acme.example/claims", "https://acme.example/claims/tenant"],
    ["urn:acme:", "urn:acme:tenant"],
    ["https://acme.example/#", "https://acme.example/#tenant"],
  ])("puts a slash between the namespace %s and the name where nothing parts them", async (namespace, name) => {
    await expectFindings(
      notNamespaced,
      { schema: { properties: { tenant: {} } }, config: { namespaces: [namespace] } },
      [{ help: `Name it "${name}".` }],
    );
  });

  it("leaves a claim that is only required to undeclared-required", async () => {
    await expectFindings(notNamespaced, { schema: { required: ["tenant"] } }, []);
  });

  it("asks for a namespace where the config has none", async () => {
    await expectFindings(notNamespaced, { schema: { properties: { tenant: {} } }, config: { namespaces: [] } }, [
      {
        message,
        help: 'Give "namespaces" in the config a URI of your organization, such as "https://acme.example/claims/", and begin the name with it.',
      },
    ]);
  });

  it("names the standard claim that may be meant", async () => {
    await expectFindings(notNamespaced, { schema: { properties: { role: {} } } }, [
      { help: 'Name it "https://acme.example/role", or use the standard claim "roles" if that is what you mean.' },
    ]);
  });

  it("shows a name that could steer a terminal with escapes", async () => {
    await expectFindings(notNamespaced, { schema: { properties: { "\u001b[2J\u202e": {} } } }, [
      {
        message: 'The private claim "\\u001b[2J\\u202e" has a name that may collide with another\'s.',
        help: 'Name it "https://acme.example/\\u001b[2J\\u202e".',
      },
    ]);
  });

  it("reports names of Object.prototype like any other", async () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "string"}}');
    await expectFindings(notNamespaced, { schema: { properties } }, [{ claim: "__proto__" }, { claim: "constructor" }]);
  });

  it.each([
    "https://acme.example/role",
    "https://other.example/role",
    "urn:example:role",
    "kubernetes.io",
    "com.acme.role",
    "acme.example/role",
    "9a3bf0c2-1111-4222-8333-444455556666",
    "1.3.6.1.4.1",
    "vct",
    "sub",
    "email",
    "emailVerified",
  ])("accepts %s, or leaves it to another rule", async (name) => {
    await expectFindings(notNamespaced, { schema: { properties: { [name]: {} } } }, []);
  });

  it.each(["user.email", ".", "a..b", "-.com"])("reports %s, which is no domain name", async (name) => {
    await expectFindings(notNamespaced, { schema: { properties: { [name]: {} } } }, [{ claim: name }]);
  });

  it("accepts what a third party calls its claims", async () => {
    const schema = { properties: { repository: {} } };
    await expectFindings(notNamespaced, { schema, token: { helpers: ["verify"] } }, []);
  });
});
