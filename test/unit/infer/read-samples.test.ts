import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.js";
import { readSamples } from "../../../src/infer/read-samples.js";
import { cpuTime } from "../../support/cpu-time.js";
import { thrownBy } from "../../support/thrown-by.js";

const encode = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const SIGNATURE = "A".repeat(86);
const token = (claims: unknown, header: unknown = { alg: "ES256" }): string =>
  `${encode(header)}.${encode(claims)}.${SIGNATURE}`;

const HEADER = { alg: "ES256" };
const A = { sub: "a" };
const B = { sub: "b" };
const read = (text: string | Uint8Array) =>
  readSamples({ file: "in.txt", text }).map(({ header, claims }) => ({ header, claims }));

describe("readSamples", () => {
  it.each([
    ["claims", '{"sub":"a"}', [{ header: null, claims: A }]],
    ["claims over several lines", '{\n  "sub": "a"\n}\n', [{ header: null, claims: A }]],
    ["claims after a byte order mark", '\ufeff{"sub":"a"}', [{ header: null, claims: A }]],
    [
      "an array of claims",
      '[{"sub":"a"},{"sub":"b"}]',
      [
        { header: null, claims: A },
        { header: null, claims: B },
      ],
    ],
    ["header and payload", JSON.stringify({ header: HEADER, payload: A }), [{ header: HEADER, claims: A }]],
    [
      "header, payload and signature",
      JSON.stringify({ header: HEADER, payload: A, signature: "x" }),
      [{ header: HEADER, claims: A }],
    ],
    ["what jose returns", JSON.stringify({ payload: A, protectedHeader: HEADER }), [{ header: HEADER, claims: A }]],
    ["what our own verify returns", JSON.stringify({ claims: A, header: HEADER }), [{ header: HEADER, claims: A }]],
    [
      "claims that are called payload",
      '{"sub":"a","payload":{}}',
      [{ header: null, claims: { sub: "a", payload: {} } }],
    ],
    [
      "JSON lines",
      '{"sub":"a"}\n\n{"sub":"b"}\r\n',
      [
        { header: null, claims: A },
        { header: null, claims: B },
      ],
    ],
    ["a token", token(A), [{ header: HEADER, claims: A }]],
    ["a token as it was pasted", `"Bearer ${token(A)}"\n`, [{ header: HEADER, claims: A }]],
    ["a token cut in lines", token(A).replace(/.{40}/g, "$&\n"), [{ header: HEADER, claims: A }]],
    ["an unsigned token", `${encode({ alg: "none" })}.${encode(A)}.`, [{ header: { alg: "none" }, claims: A }]],
    [
      "tokens on lines",
      `${token(A)}\n${token(B)}\n`,
      [
        { header: HEADER, claims: A },
        { header: HEADER, claims: B },
      ],
    ],
    [
      "tokens and claims on lines",
      `${token(A)}\n{"sub":"b"}\n`,
      [
        { header: HEADER, claims: A },
        { header: null, claims: B },
      ],
    ],
    [
      "tokens in an array",
      JSON.stringify([token(A), B]),
      [
        { header: HEADER, claims: A },
        { header: null, claims: B },
      ],
    ],
    ["nothing", " \n", []],
    ["an empty array", "[]", []],
  ])("reads %s", (_, text, want) => {
    expect(read(text)).toEqual(want);
    expect(read(Buffer.from(text))).toEqual(want);
  });

  it("reads members of any name as own members", () => {
    const [sample] = read(token('{"__proto__":{"x":1},"constructor":2,"\\u0000":3,"\\ud800":4}'));
    expect(Object.keys(sample?.claims ?? {})).toEqual(["__proto__", "constructor", "\0", "\ud800"]);
  });

  const nested = (levels: number): string => `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;

  it("reads claims of 128 levels", () => {
    expect(read(nested(128))).toHaveLength(1);
  });

  it.each([
    ["JSON that breaks off", '{"sub":', "This is not valid JSON.", { line: 1, column: 8 }],
    [
      "a bad line among good ones",
      '{"sub":"a"}\n{"sub":"b",}\n{"sub":"c"}',
      "This is not valid JSON.",
      { line: 2, column: 11 },
    ],
    ["a first line that is bad", '{"sub";"a"}\n{"sub":"b"}', "This is not valid JSON.", { line: 1, column: 7 }],
    [
      "a bad token among good ones",
      `${token(A)}\nopaque\n${token(B)}`,
      "This is neither JSON nor a token.",
      { line: 2, column: 1 },
    ],
    [
      "a line that is no object",
      '{"sub":"a"}\n[1]',
      "This is no object of claims.",
      { line: 2, column: 2, pointer: "/0" },
    ],
    [
      "an array with a number",
      '[{"sub":"a"},\n  7]',
      "This is no object of claims.",
      { line: 2, column: 3, pointer: "/1" },
    ],
    ["an array with null", "[null]", "This is no object of claims.", { line: 1, column: 2, pointer: "/0" }],
    [
      "two members of one name",
      '{\n "sub":"a",\n "sub":"b"}',
      '"sub" stands twice in this object.',
      { line: 3, column: 2 },
    ],
    ["an opaque token", "0a1b2c3d4e5f", "This is neither JSON nor a token.", { line: 1, column: 1 }],
    ["prose", "not. a. token. at. all.", "This is neither JSON nor a token.", { line: 1, column: 1 }],
    ["YAML", "sub: a\niss: b\n", "This is neither JSON nor a token.", { line: 1, column: 1 }],
    [
      "an encrypted token",
      `${encode({ alg: "dir" })}..a.b.c`,
      "The token is encrypted, so its claims cannot be read.",
      { line: 1, column: 1 },
    ],
    [
      "an encrypted token in JSON",
      '{"protected":"x","iv":"y","ciphertext":"z"}',
      "The token is encrypted, so its claims cannot be read.",
      { line: 1, column: 1 },
    ],
    [
      "JSON serialization",
      '{"payload":"e30","protected":"x","signature":"y"}',
      "This is a token in JSON serialization.",
      { line: 1, column: 1 },
    ],
    [
      "a token whose payload is an array",
      token([1]),
      "The payload of the token is not a JSON object.",
      { line: 1, column: 1 },
    ],
    [
      "a token whose payload is text",
      token("hello"),
      "The payload of the token is not a JSON object.",
      { line: 1, column: 1 },
    ],
    [
      "a token whose header is no JSON",
      `ey${"x".repeat(20)}.${encode(A)}.a`,
      "The header of the token is not base64url of UTF-8 text.",
      { line: 1, column: 1 },
    ],
    [
      "a token that names a claim twice",
      token('{"sub":"a","sub":"b"}'),
      'The payload of the token names "sub" twice in one object.',
      { line: 1, column: 1 },
    ],
    [
      "a token with a payload of other letters",
      `${encode(HEADER)}.!!!.a`,
      "The payload of the token is not base64url of UTF-8 text.",
      { line: 1, column: 1 },
    ],
    ["claims of 129 levels", nested(129), "The claims are nested too deeply.", { line: 1, column: 1 }],
    ["JSON of 10 000 levels", "[".repeat(10_000), "The claims are nested too deeply.", { line: 1, column: 501 }],
    [
      "a token of 10 000 levels",
      token(nested(10_000)),
      "The payload of the token is nested too deeply.",
      { line: 1, column: 1 },
    ],
    ["a number beyond all doubles", '{"exp":1e999}', "This is not valid JSON.", { line: 1, column: 8 }],
  ])("refuses %s", (_, text, message, place) => {
    const error = thrownBy(() => read(text));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code: "invalid_sample", message });
    expect((error as UsageError).at).toEqual({ file: "in.txt", ...place });
  });

  it("refuses claims of 129 levels in a token, too", () => {
    expect(thrownBy(() => read(token(nested(129))))).toMatchObject({ code: "invalid_sample" });
  });

  it("refuses bytes that are no UTF-8", () => {
    expect(thrownBy(() => read(Uint8Array.of(0x7b, 0xff, 0x7d)))).toMatchObject({
      code: "invalid_sample",
      message: "The input is not UTF-8 text.",
      at: { file: "in.txt" },
    });
  });

  it("quotes nothing of a sample in its errors", () => {
    const secret = "tr0ub4dor";
    for (const text of [
      `{"a":${secret}}`,
      secret,
      `{"a":"${secret}`,
      `[${secret}]`,
      `${encode(HEADER)}.${secret}.a`,
      token(secret),
    ]) {
      const error = thrownBy(() => read(text));
      expect(error).toBeInstanceOf(UsageError);
      const { message, hint, expected } = error as UsageError;
      expect(`${message} ${hint} ${expected}`).not.toContain(secret);
    }
  });

  it("survives a megabyte of garbage", () => {
    for (const piece of ["a", ".", "{", '"', " ", "\n", "a.", "{}\n"]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const started = cpuTime();
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
      expect([piece, cpuTime() - started < 5000]).toEqual([piece, true]);
    }
  }, 60_000);

  it("reads 10 000 tokens within seconds, on lines as in an array", () => {
    const tokens = Array.from({ length: 10_000 }, (_, index) => token({ sub: `${index}` }));
    for (const text of [tokens.join("\n"), JSON.stringify(tokens)]) {
      const started = cpuTime();
      expect(read(text)).toHaveLength(10_000);
      expect(cpuTime() - started).toBeLessThan(5000);
    }
  }, 30_000);
});
