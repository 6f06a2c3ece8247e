import * as fc from "fast-check";
import { parse } from "hono/utils/cookie";
import { describe, expect, it } from "vitest";
import { ClaimsError } from "../../src/runtime/errors/claims-error.js";
import { readBearerToken } from "../../src/runtime/request/bearer-token.js";
import { readCookie } from "../../src/runtime/request/cookie.js";

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 2_000);

/** What a reader gives, or the code with which it refuses. */
function resultOf(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ClaimsError) return `refused: ${error.code}`;
    throw error;
  }
}

/** Texts of the characters that matter, beside any text at all. */
function text(characters: string, ...words: readonly string[]): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.constantFrom(...characters, ...words), { arbitrary: fc.string(), weight: 1 });
  return fc.array(unit, { maxLength: 12 }).map((units) => units.join(""));
}

describe("a header", () => {
  it("holds a bearer token exactly where the grammar of RFC 6750 section 2.1 says so", () => {
    const value = fc.tuple(
      fc.constantFrom("", "Bearer ", "bearer  ", "bEARER", "DPoP "),
      text('a1-._~+/= \t,"\u00e9', "Bearer "),
    );
    fc.assert(
      fc.property(value, ([scheme, rest]) => {
        const given = scheme + rest;
        const [, token] = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(given) ?? [];
        const result = resultOf(() => readBearerToken(given, 8192));
        const isOther = result === null || result.startsWith("refused: ");
        expect(token === undefined ? isOther : result === token).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("a cookie", () => {
  const field = text('tab=; \t"%\u00a0\u2000,$', "t=", "; t=", "abc", "; ");

  it("is found once, or refused where there are two", () => {
    fc.assert(
      fc.property(field, (given) => {
        const count = [...given.matchAll(/(?:^|;)[ \t]*t[ \t]*=/g)].length;
        const result = resultOf(() => readCookie(given, "t", 8192));
        if (count === 0) expect(result).toBeNull();
        if (count > 1) expect(result).toBe("refused: invalid_request");
        if (count === 1)
          expect(result ?? "").toBe(/(?:^|;)[ \t]*t[ \t]*=[ \t]*([^;]*?)[ \t]*(?:;|$)/s.exec(given)?.[1]);
      }),
      { numRuns: RUNS },
    );
  });

  it("is what Hono finds, where there is nothing to decode", () => {
    let compared = 0;
    fc.assert(
      fc.property(field, (given) => {
        const result = resultOf(() => readCookie(given, "t", 8192));
        const theirs = parse(given, "t")["t"] ?? "";
        // Hono takes the first of two, decodes, and passes over values with characters that none may have.
        if (result?.startsWith("refused") || !/^[\w ,$=&]*$/.test(result ?? "")) return;
        if (theirs !== "") compared++;
        expect(result ?? "").toBe(theirs);
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 100);
  });
});
