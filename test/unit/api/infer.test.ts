import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPackage } from "../../../src/api/build-package.js";
import { infer } from "../../../src/api/infer.js";
import { ClaimsmithError } from "../../../src/errors.js";
import { cpuTime } from "../../support/cpu-time.js";

const CLAIMS = { sub: "a", exp: 1_800_000_900, iat: 1_800_000_000 };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const TOKEN = `${encode({ alg: "ES256" })}.${encode(CLAIMS)}.${"A".repeat(86)}`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-infer-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, content: string | Uint8Array) => writeFileSync(path.join(folder, file), content);
const inferIn = (...inputs: readonly string[]) => infer({ inputs, cwd: folder });

async function* streamOf(...chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks;
}

/** The error of a call, without the working directory in it. */
async function errorOf(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ClaimsmithError))
    throw new TypeError("No error that a user would be told of.", { cause: error });
  const here = `${path.relative(process.cwd(), folder).split(path.sep).join("/")}/`;
  const { code, message, at, hint } = error;
  const clean = (text: string) => text.replaceAll(here, "");
  return { code, message: clean(message), at: at && { ...at, file: clean(at.file) }, hint };
}

describe("infer", () => {
  it("reads files, tokens, payloads and standard input together", async () => {
    write("a.json", JSON.stringify([CLAIMS, CLAIMS]));
    write("b.jsonl", `${JSON.stringify(CLAIMS)}\n${TOKEN}\n`);
    const inputs = [
      "a.json",
      "b.jsonl",
      TOKEN,
      `Bearer ${TOKEN}`,
      JSON.stringify({ header: {}, payload: CLAIMS }),
      "-",
    ];
    const { samples } = await infer({ inputs, cwd: folder, stdin: streamOf('{"exp":', "1}\n") });
    expect(samples).toBe(8);
  });

  it("writes nothing unless it is told where", async () => {
    write("a.json", JSON.stringify(CLAIMS));
    const { written, schema } = await inferIn("a.json");
    expect(written).toEqual([]);
    expect(schema).toMatchObject({ title: "Token", required: ["sub", "exp", "iat"] });
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  it("writes a config and schemas that generate as they are", async () => {
    const access = `${encode({ alg: "ES256", typ: "at+jwt" })}.${encode(CLAIMS)}.${"A".repeat(86)}`;
    const { written } = await infer({ inputs: [TOKEN, access], cwd: folder, out: "new/claims" });
    expect(written).toEqual(["claims.config.json", "schemas/token.schema.json", "schemas/access-token.schema.json"]);
    const { files, project } = await buildPackage(path.join(folder, "new/claims/claims.config.json"));
    expect(project.tokens.map(({ key }) => key)).toEqual(["token", "accessToken"]);
    expect([...files.keys()]).toContain("tokens/access-token.js");
    expect(readFileSync(path.join(folder, "new/claims/schemas/token.schema.json"), "utf8")).toMatch(
      /^\{\n {2}"\$schema".*\}\n$/s,
    );
  });

  it("gives one schema for several kinds of token, to which a config can refer", async () => {
    const access = `${encode({ alg: "ES256", typ: "at+jwt" })}.${encode(CLAIMS)}.${"A".repeat(86)}`;
    const { schema } = await inferIn(TOKEN, access);
    expect(Object.keys(schema)).toEqual(["$schema", "$defs"]);
    expect(schema["$defs"]).toMatchObject({ token: { title: "Token" }, accessToken: { title: "Access token" } });
    write("claims.schema.json", JSON.stringify(schema));
    const token = { schema: "claims.schema.json#/$defs/accessToken", algorithms: ["ES256"], lifetime: "15m" };
    write(
      "claims.config.json",
      JSON.stringify({ package: { name: "@acme/claims", version: "1.0.0" }, tokens: { token } }),
    );
    expect(await buildPackage(path.join(folder, "claims.config.json"))).toBeDefined();
  });

  it("overwrites nothing, and writes nothing where one file is there", async () => {
    mkdirSync(path.join(folder, "schemas"));
    write("schemas/token.schema.json", "mine");
    const { code, message } = await errorOf(infer({ inputs: [TOKEN], cwd: folder, out: "." }));
    expect([code, message]).toEqual([
      "file_exists",
      "schemas/token.schema.json exists already, and infer overwrites nothing.",
    ]);
    expect(readdirSync(folder)).toEqual(["schemas"]);
    expect(readFileSync(path.join(folder, "schemas/token.schema.json"), "utf8")).toBe("mine");
  });

  it("writes nothing where one sample is bad", async () => {
    write("a.jsonl", `${JSON.stringify(CLAIMS)}\n{"sub":}\n`);
    expect(await errorOf(infer({ inputs: [TOKEN, "a.jsonl"], cwd: folder, out: "out" }))).toEqual({
      code: "invalid_sample",
      message: "This is not valid JSON.",
      at: { file: "a.jsonl", line: 2, column: 8 },
      hint: undefined,
    });
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
  });

  it.each([
    ["an empty file", "empty.json", "There is no sample in empty.json.", { file: "empty.json" }],
    ["an empty list", "[]", "There is no sample in argument 1.", { file: "argument 1" }],
    ["empty standard input", "-", "There is no sample in standard input.", { file: "standard input" }],
  ])("refuses %s", async (_, input, message, at) => {
    write("empty.json", " \n");
    const error = await errorOf(infer({ inputs: [input, TOKEN], cwd: folder, stdin: streamOf() }));
    expect(error).toEqual({ code: "no_samples", message, at, hint: undefined });
  });

  it("refuses no input at all", async () => {
    expect(await errorOf(inferIn())).toMatchObject({
      code: "no_samples",
      message: "No sample was given.",
      at: undefined,
    });
    expect(await errorOf(inferIn("-"))).toMatchObject({ code: "invalid_option" });
  });

  it.each([
    ["absent.json", "cannot_read", "Cannot read absent.json: it does not exist."],
    ["a/b.jwt", "cannot_read", "Cannot read a/b.jwt: it does not exist."],
    [".", "cannot_read", "Cannot read .: it is a folder."],
  ])("names %s, which is no file", async (input, code, message) => {
    const error = await errorOf(inferIn(input));
    expect([
      error.code,
      error.message.replace(/Cannot read [./]*[^ ]*claimsmith-infer-[^ :]*:/, "Cannot read .:"),
    ]).toEqual([code, message]);
  });

  it.each([
    ["an opaque token", "0a1b2c3d4e5f60718293"],
    ["a token that was cut off", TOKEN.slice(0, 40)],
    ["a token without its signature", TOKEN.slice(0, TOKEN.lastIndexOf("."))],
    ["an argument longer than any path", "x".repeat(100_000)],
    ["an argument with a NUL", "a\0b"],
    ["a file name with a NUL", "a\0b.json"],
    ["no text", ""],
    ["a path of blanks", "   "],
  ])("refuses %s without repeating it", async (_, input) => {
    const error = await errorOf(inferIn(TOKEN, input));
    expect(error.code === "cannot_read" ? "invalid_sample" : error.code).toBe("invalid_sample");
    if (input.trim() !== "") expect(JSON.stringify(error)).not.toContain(input);
    if (error.code === "invalid_sample") expect(error.at?.file).toBe("argument 2");
  });

  it("stops reading a stream of more than 32 MiB", async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(1_048_576);
    }
    expect(await errorOf(infer({ inputs: ["-"], cwd: folder, stdin: endless() }))).toMatchObject({
      code: "cannot_read",
      message: "Cannot read standard input: it is larger than 32 MiB.",
    });
  });

  it("drafts from 10 000 samples within seconds", async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      JSON.stringify({
        ...CLAIMS,
        sub: `u${index}`,
        roles: ["a", "b"],
        nested: { at: "2026-01-31T12:00:00Z", n: index },
        [`c${index % 30}`]: "x",
      }),
    );
    write("many.jsonl", lines.join("\n"));
    const started = cpuTime();
    expect((await inferIn("many.jsonl")).samples).toBe(10_000);
    expect(cpuTime() - started).toBeLessThan(15_000);
  }, 30_000);
});
