import { describe, expect, it } from "vitest";
import { guessNamespaces } from "../../../src/infer/guess-namespaces.js";

describe("guessNamespaces", () => {
  it.each([
    [["https://acme.example/claims/role", "https://acme.example/claims/team"], ["https://acme.example/claims/"]],
    [["https://acme.example/role"], ["https://acme.example/"]],
    [
      [
        "https://acme.example/a/b/x",
        "https://acme.example/a/y",
        "https://acme.example/a/b/c/z",
        "https://acme.example/b/y",
      ],
      ["https://acme.example/a/", "https://acme.example/b/"],
    ],
    [["https://acme.example/claims#role"], ["https://acme.example/claims#"]],
    [
      ["https://b.example/x/y", "https://a.example/x", "https://b.example/z"],
      ["https://a.example/", "https://b.example/"],
    ],
    [["http://acme.example/role"], ["http://acme.example/"]],
    [["https://acme.example/"], []],
    [["https://acme.example"], []],
    [["role", "urn:acme:role", "acme.example/role", "mailto:a@b"], []],
    [["https://slack.com/team_id", "https://purl.imsglobal.org/spec/lti/claim/roles"], []],
    [["https://acme.example/a b/c", "https://acme.example/\u202e/c", "https://acme.example/\ud800/c"], []],
    [[], []],
  ])("finds in %j %j", (names, want) => {
    expect(guessNamespaces(names)).toEqual(want);
    expect(guessNamespaces([...names].reverse())).toEqual(want);
  });
});
