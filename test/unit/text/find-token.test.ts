import { describe, expect, it } from "vitest";
import { findToken } from "../../../src/text/find-token.js";
import { cpuTime } from "../../support/cpu-time.js";

const TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln";
const OTHER = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MiJ9.c2ln";

describe("findToken", () => {
  it.each<[string, string, number]>([
    ["a Cookie line", `Cookie: theme=dark; session=${TOKEN}; lang=en`, 0],
    ["a Set-Cookie line", `Set-Cookie: __Host-session="${TOKEN}"; Path=/; Secure`, 0],
    ["a cookie with a scheme in it", `session=Bearer%20${TOKEN}; Path=/`, 0],
    ["a request", `GET /x HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${TOKEN}\r\nAccept: */*\r\n`, 0],
    ["a command", `curl -s -H "Authorization: Bearer ${TOKEN}" https://api.acme.example/v1 | jq .`, 0],
    [
      "an answer of a server",
      JSON.stringify({ access_token: TOKEN, token_type: "Bearer", expires_in: 60 }, null, 2),
      0,
    ],
    ["an answer with two", JSON.stringify({ access_token: TOKEN, id_token: OTHER }), 1],
    ["a log", `2027-01-01 12:00:00 refused <${TOKEN}> twice: ${TOKEN}.`, 0],
    ["a sentence with two", `Compare ${TOKEN} and ${OTHER}`, 1],
  ])("finds it in %s", (_, text, others) => {
    expect(findToken(text)).toEqual({ token: TOKEN, others });
  });

  it("takes an encrypted token whole", () => {
    expect(findToken(`x: ${TOKEN}.YQ.YQ`)).toEqual({ token: `${TOKEN}.YQ.YQ`, others: 0 });
  });

  it.each([
    ["words", "Hello there. This is. No token."],
    ["a part of a word", `x${TOKEN}`],
    ["a letter before it", `é${TOKEN}`],
    ["a letter behind it", `see ${TOKEN}é`],
    ["more parts", `see ${TOKEN}.YQ.YQ.YQ`],
    ["two parts", "token: eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1MSJ9"],
    ["claims that hold one", JSON.stringify({ sub: "u1", act_as: TOKEN })],
    ["another beginning", "EYJhbGciOiJFUzI1NiJ9.a.b"],
  ])("finds none in %s", (_, text) => {
    expect(findToken(text)).toBeNull();
  });

  it.each([
    ["beginnings", "ey".repeat(500_000)],
    ["beginnings with dots", "ey.".repeat(300_000)],
    ["beginnings with codes", "%41eyA".repeat(150_000)],
    ["members", '{"access_token": "'.repeat(50_000)],
  ])("takes no longer for a megabyte of %s than for any other", (_, text) => {
    const started = cpuTime();
    findToken(text);
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});
