import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIssuerProblems } from "../../../src/config/check-issuer.js";
import {
  coversIssuer,
  fillPlaceholders,
  isIssuerPattern,
  issuerExpression,
  issuersMeet,
  placeholdersOf,
} from "../../../src/config/issuer-pattern.js";
import { matchIssuer } from "../../../src/runtime/policy/issuer-pattern.js";

/** Few parts, so that patterns and issuers often fit each other. */
const segment = fc.constantFrom("a", "b", "v2.0", "a+b", "..", ".a", "", "%61", "a b");
const origin = fc.constantFrom("https://x.example", "https://y.example");
const issuer = fc.tuple(origin, fc.array(segment, { maxLength: 3 })).map(([host, parts]) => [host, ...parts].join("/"));
const pattern = fc
  .tuple(origin, fc.array(fc.oneof(segment, fc.constant(null)), { maxLength: 3 }))
  .map(([host, parts]) => [host, ...parts.map((part, index) => part ?? `{p${index}}`)].join("/"))
  .filter((one) => findIssuerProblems([one], () => ({ file: "" })).length === 0);

describe("a pattern of issuers", () => {
  it("admits in its schema what it admits in the runtime", () => {
    fc.assert(
      fc.property(pattern, issuer, (one, text) => {
        const isAdmitted = matchIssuer([one], text) !== null;
        expect(new RegExp(issuerExpression(one), "u").test(text)).toBe(isAdmitted);
        expect(coversIssuer(one, text)).toBe(isAdmitted);
        expect(issuersMeet(one, text)).toBe(isAdmitted);
        expect(issuersMeet(text, one)).toBe(isAdmitted);
      }),
      { numRuns: 500 },
    );
  });

  it("meets another one where an issuer fits both, and covers it where each does", () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(issuer, { minLength: 5, maxLength: 5 }), (one, other, texts) => {
        const common = texts.filter((text) => matchIssuer([one], text) && matchIssuer([other], text));
        if (common.length > 0) expect(issuersMeet(one, other)).toBe(true);
        expect(issuersMeet(one, other)).toBe(issuersMeet(other, one));
        if (!coversIssuer(one, other)) return;
        expect(texts.filter((text) => matchIssuer([other], text) && !matchIssuer([one], text))).toEqual([]);
        expect(
          matchIssuer(
            [one],
            fillPlaceholders(other, () => "filled"),
          ),
        ).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("has its placeholders in their order", () => {
    expect(placeholdersOf("https://a.example/{b}/x/{a}")).toEqual(["b", "a"]);
    expect(placeholdersOf("https://a.example/b")).toEqual([]);
    expect(isIssuerPattern("https://a.example/{b}")).toBe(true);
    expect(isIssuerPattern("https://a.example/b")).toBe(false);
    expect(fillPlaceholders("https://a.example/{b}/{c}", (name) => `<${name}>`)).toBe("https://a.example/<b>/<c>");
  });

  it.each([
    ["https://x.example/{a}", "https://x.example/{b}", true, true],
    ["https://x.example/{a}/y", "https://x.example/x/{b}", true, false],
    ["https://x.example/{a}", "https://x.example/..", false, false],
    ["https://x.example/{a}/{b}", "https://x.example/{a}/v1", true, true],
    ["https://x.example/{a}/v1", "https://x.example/{a}/{b}", true, false],
  ])("%j and %j meet: %s, the first covers the second: %s", (one, other, meet, cover) => {
    expect([issuersMeet(one, other), coversIssuer(one, other)]).toEqual([meet, cover]);
  });
});
