import { describe, expect, it } from "vitest";
import { nameForm } from "../../../src/inspect/name-form.js";
import { encodePart } from "../../support/forge-token.js";

describe("nameForm", () => {
  it.each([
    ["", "empty"],
    ["-----BEGIN EC PRIVATE KEY-----\nMHc", "a private key in PEM"],
    ["-----BEGIN CERTIFICATE-----\nMII", "a key or certificate in PEM"],
    ['<?xml version="1.0"?>\n<saml2p:Response xmlns="x">', "a SAML message in XML"],
    ['<saml:Assertion ID="a">', "a SAML message in XML"],
    ["<!DOCTYPE html><html>", "an HTML page"],
    ["<note>", "XML"],
    ["PHNhbWxwOlJlc3BvbnNl", "a SAML message in XML, in base64"],
    ["v4.public.eyJ", "a PASETO token"],
    ["ghp_0000000000", "an access token of GitHub, which is opaque"],
    ["glpat-0000", "an access token of GitLab, which is opaque"],
    ["ya29.a0", "an access token of Google, which is opaque"],
    ["xoxb-1-2", "an access token of Slack, which is opaque"],
    ["gAAAAABh", "a Fernet token"],
    ["Basic dTpw", "a user name and password of HTTP Basic authentication"],
    ["https://acme.example/", "a URL"],
    ["0B81D5E2-7c1c-4d65-9f0e-0123456789ab", "a UUID"],
    ["d41d8cd98f00b204e9800998ecf8427e", "a number in hexadecimal, as session ids and opaque tokens are"],
    ["eyJhbGciOiJFUzI1NiJ9.e30.c2ln~WyJzIl0~", "an SD-JWT, a token with disclosures behind it"],
    [encodePart({ alg: "ES256" }), "the header of a token alone"],
    [encodePart({ sub: "a" }), "the payload of a token alone"],
    ["2YotnFZFEjr1zCsicMWpAA", "an opaque token, or a part of something"],
    ["hello world", "text of another kind"],
    ['{"payload":"","signatures":[]}', "a signed message in JSON serialization (RFC 7515 section 7.2)"],
    ['{"payload":"","protected":"","signature":""}', "a signed message in JSON serialization (RFC 7515 section 7.2)"],
    ['{"ciphertext":""}', "an encrypted message in JSON serialization (RFC 7516 section 7.2)"],
    ['{"access_token":"x","id_token":"y"}', "the answer of a token endpoint"],
    ['{"id_token":"y"}', "the answer of a token endpoint"],
    ['{"error":"invalid_grant"}', "an error that a server reports"],
    ['{"keys":[]}', "a set of keys (JWK Set)"],
    ['{"kty":"EC"}', "a key (JWK)"],
    ['{"alg":"ES256"}', "a header that is already decoded"],
    ['{"sub":"a"}', "claims that are already decoded"],
    ['{"iss":"a"}', "claims that are already decoded"],
    ['{"exp":1}', "claims that are already decoded"],
    ['{"a":1}', "a JSON object"],
    ["[1]", "JSON"],
    ["{nonsense", "JSON"],
    ["[".repeat(100_000), "JSON"],
  ])("calls %.40s %s", (text, what) => {
    const form = nameForm(text);
    expect(form.what).toBe(what);
    expect(form.hint).toMatch(/^[A-Z].*\.$/);
  });
});
