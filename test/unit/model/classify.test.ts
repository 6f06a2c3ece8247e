import { describe, expect, it } from "vitest";
import { classifyClaim } from "../../../src/model/classify.js";

const NAMESPACES = ["https://acme.example/claims/", "acme:"];
const PUBLIC = new Set(["email", "family_name", "scope"]);

describe("classifyClaim", () => {
  it.each(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"])("calls %s registered", (name) => {
    expect(classifyClaim(name, NAMESPACES, PUBLIC)).toEqual({ category: "registered", namespaced: false });
  });

  it("keeps a registered claim registered whatever the namespaces", () => {
    expect(classifyClaim("sub", ["s"], PUBLIC)).toEqual({ category: "registered", namespaced: false });
  });

  it.each([
    { name: "email", why: "IANA registers it" },
    { name: "family_name#ja-Kana-JP", why: "it is a registered name in a language" },
    { name: "https://other.example/role", why: "it is somebody's URL" },
    { name: "HTTP://other.example/role", why: "schemes have no case" },
    { name: "urn:example:role", why: "it is a URN" },
    { name: "tag:other.example,2026:role", why: "it is a tag URI" },
  ])("calls $name public, since $why", ({ name }) => {
    expect(classifyClaim(name, NAMESPACES, PUBLIC)).toEqual({ category: "public", namespaced: false });
  });

  it.each([
    { name: "https://acme.example/claims/role", why: "a URL of ours" },
    { name: "acme:role", why: "a prefix of ours" },
  ])("calls $name private and namespaced: $why", ({ name }) => {
    expect(classifyClaim(name, NAMESPACES, PUBLIC)).toEqual({ category: "private", namespaced: true });
  });

  it.each([
    "role",
    "Email",
    "ISS",
    "",
    "__proto__",
    "constructor",
    "https://",
    "https:///path",
    "urn:",
    "urn:example",
    "urn:example:",
    "role#email",
    "#email",
    "ACME:role",
  ])("calls %j private", (name) => {
    expect(classifyClaim(name, NAMESPACES, PUBLIC)).toEqual({ category: "private", namespaced: false });
  });

  it("does not take a name for ours that only begins like a namespace", () => {
    expect(classifyClaim("https://acme.example/claim", NAMESPACES, PUBLIC)).toEqual({
      category: "public",
      namespaced: false,
    });
  });
});
