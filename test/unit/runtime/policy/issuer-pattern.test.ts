import { describe, expect, it } from "vitest";
import { matchIssuer } from "../../../../src/runtime/policy/issuer-pattern.js";

const PATTERN = "https://login.example/{tenant}/v2.0";

describe("matchIssuer", () => {
  it.each([
    ["a segment of letters and digits", PATTERN, "https://login.example/acme1/v2.0", { tenant: "acme1" }],
    ["every unreserved character", PATTERN, "https://login.example/aZ0.9-_~/v2.0", { tenant: "aZ0.9-_~" }],
    ["a segment that begins with dots", PATTERN, "https://login.example/..a/v2.0", { tenant: "..a" }],
    ["the last segment", "https://id.example/realms/{realm}", "https://id.example/realms/a", { realm: "a" }],
    ["two segments", "https://id.example/{a}/x/{b}", "https://id.example/1/x/2", { a: "1", b: "2" }],
    ["a name that objects have", "https://id.example/{constructor}", "https://id.example/a", { constructor: "a" }],
    ["an issuer as it stands", "https://id.example", "https://id.example", {}],
    ["an issuer that is no URL", "accounts.example", "accounts.example", {}],
  ])("fits %s", (_name, pattern, issuer, want) => {
    expect(matchIssuer([pattern], issuer)).toEqual({ pattern, parameters: want });
  });

  it.each([
    ["nothing in the place", "https://login.example//v2.0"],
    ["two segments in the place", "https://login.example/a/b/v2.0"],
    ["one dot", "https://login.example/./v2.0"],
    ["two dots", "https://login.example/../v2.0"],
    ["dots alone", "https://login.example/..../v2.0"],
    ["a slash by escape", "https://login.example/a%2Fb/v2.0"],
    ["a letter by escape", "https://login.example/%61/v2.0"],
    ["a space", "https://login.example/a b/v2.0"],
    ["a backslash", "https://login.example/a\\b/v2.0"],
    ["a query", "https://login.example/a?b/v2.0"],
    ["a fragment", "https://login.example/a#b/v2.0"],
    ["an at sign", "https://login.example/a@b/v2.0"],
    ["a colon", "https://login.example/a:b/v2.0"],
    ["a line break", "https://login.example/a\n/v2.0"],
    ["a zero byte", "https://login.example/a\u0000/v2.0"],
    ["a letter that is not ASCII", "https://login.example/é/v2.0"],
    ["a letter that folds to ASCII", "https://login.example/\u212a/v2.0"],
    ["a character below the letters", "https://login.example/@/v2.0"],
    ["a character above the letters", "https://login.example/[/v2.0"],
    ["a character beyond 16 bits", "https://login.example/\u{1f511}/v2.0"],
    ["the pattern itself", PATTERN],
    ["another scheme", "http://login.example/a/v2.0"],
    ["another host", "https://login.example.evil.example/a/v2.0"],
    ["a host before an at sign", "https://login.example@evil.example/a/v2.0"],
    ["another case", "https://LOGIN.example/a/v2.0"],
    ["a port", "https://login.example:443/a/v2.0"],
    ["another end", "https://login.example/a/v2.1"],
    ["a slash at the end", "https://login.example/a/v2.0/"],
    ["a shorter path", "https://login.example/a"],
    ["something before it", " https://login.example/a/v2.0"],
    ["nothing", ""],
  ])("does not fit %s", (_name, issuer) => {
    expect(matchIssuer([PATTERN], issuer)).toBeNull();
  });

  it.each([[undefined], [null], [1], [["https://login.example/a/v2.0"]], [{}]])("fits no %j", (issuer) => {
    expect(matchIssuer([PATTERN], issuer)).toBeNull();
  });

  it.each([
    ["in the host", "https://{host}/a", "https://evil.example/a"],
    ["in the scheme", "{scheme}://id.example/a", "https://id.example/a"],
    ["that is not a whole segment", "https://id.example/t-{tenant}", "https://id.example/t-a"],
    ["without a name", "https://id.example/{}", "https://id.example/a"],
    ["without an end", "https://id.example/{tenant", "https://id.example/a"],
  ])("takes a placeholder %s for a text", (_name, pattern, issuer) => {
    expect(matchIssuer([pattern], issuer)).toBeNull();
  });

  it("takes the first of several that fits", () => {
    const expected = ["https://a.example", PATTERN, "https://b.example/{realm}"];
    expect(matchIssuer(expected, "https://b.example/x")).toEqual({
      pattern: "https://b.example/{realm}",
      parameters: { realm: "x" },
    });
    expect(matchIssuer(expected, "https://c.example/x")).toBeNull();
    expect(matchIssuer([], "https://a.example")).toBeNull();
  });
});
