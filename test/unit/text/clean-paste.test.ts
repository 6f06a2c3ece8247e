import { describe, expect, it } from "vitest";
import { cleanPaste } from "../../../src/text/clean-paste.js";
import { cpuTime } from "../../support/cpu-time.js";

const TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln";

describe("cleanPaste", () => {
  it.each<[string, string, readonly string[]]>([
    ["a token", TOKEN, []],
    ["whitespace around it", `\n ${TOKEN}\r\n`, []],
    ["Bearer", `Bearer ${TOKEN}`, ['the prefix "Bearer"']],
    ["bearer in small letters", `bearer  ${TOKEN}`, ['the prefix "Bearer"']],
    ["a header", `Authorization: Bearer ${TOKEN}`, ['the header name "Authorization"', 'the prefix "Bearer"']],
    ["a header in capitals", `AUTHORIZATION:DPoP ${TOKEN}`, ['the header name "Authorization"', 'the prefix "DPoP"']],
    [
      "an option of curl",
      `-H 'Authorization: JWT ${TOKEN}'`,
      ["an option of curl", "quotes", 'the header name "Authorization"', 'the prefix "JWT"'],
    ],
    ["double quotes", `"${TOKEN}"`, ["quotes"]],
    ["single quotes", `'${TOKEN}'`, ["quotes"]],
    ["curly quotes", `\u201c${TOKEN}\u201d`, ["quotes"]],
    ["one quote only", `${TOKEN}"`, ["quotes"]],
    ["a member's end", `"${TOKEN}",`, ["quotes", "punctuation at its end"]],
    ["a JSON string with escapes", JSON.stringify(`Bearer ${TOKEN}\n`), ["quotes", 'the prefix "Bearer"']],
    ["quotes around a prefix", `"Bearer ${TOKEN}"`, ["quotes", 'the prefix "Bearer"']],
    ["line breaks", TOKEN.replace(".", ".\r\n  "), ["line breaks", "spaces"]],
    ["line breaks as escapes", TOKEN.replace(".", ".\\n"), ["line breaks"]],
    ["spaces", TOKEN.replaceAll(".", " . "), ["spaces"]],
    ["invisible characters", TOKEN.replace("h", "h\u200b"), ["invisible characters"]],
    ["a byte order mark", `\ufeff${TOKEN}`, []],
    ["a form", `grant_type=x&access_token=${TOKEN}&token_type=Bearer`, ["the name of a parameter"]],
    ["a URL", `https://app.acme.example/#id_token=${TOKEN}&state=1`, ["the name of a parameter"]],
    ["a cookie", `session=${TOKEN}; Path=/`, ["the name of a parameter"]],
  ])("finds the token in %s", (_, text, removed) => {
    expect(cleanPaste(text)).toEqual({ text: TOKEN, removed });
  });

  it.each([
    ["nothing", ""],
    ["sentences", "Hello there. This is. No token."],
    ["JSON", '{"access_token":"x"}'],
    ["a token with a space and a comma in it", "eyJ hbG, x.y.z"],
    ["a query without a token", "a=b&c=d"],
  ])("leaves %s as it is", (_, text) => {
    expect(cleanPaste(text)).toEqual({ text, removed: [] });
  });

  it("takes no longer for a megabyte of blanks and quotes than for any other", () => {
    const started = cpuTime();
    cleanPaste(`Bearer${" ".repeat(1_000_000)}x${'"'.repeat(1_000_000)}`);
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  it("stops where there is no end to what is wrapped around", () => {
    const { text } = cleanPaste(`${"Bearer ".repeat(100)}${TOKEN}`);
    expect(text.endsWith(TOKEN)).toBe(true);
    expect(text.startsWith("Bearer ")).toBe(true);
  });
});
