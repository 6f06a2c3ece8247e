import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inspect } from "../../src/api/inspect.js";
import { runInspect } from "../../src/cli/commands/inspect.js";
import { run } from "../../src/cli/run.js";
import { encodePart, forgeToken, KEYS, SECRET } from "../support/forge-token.js";
import { recordingTerminal } from "../support/run-in-process.js";
import { scratchFolder, writeProject } from "../support/scratch-project.js";

const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: {
    accessToken: { schema: "a.json", algorithms: ["ES256"], issuer: "https://auth.acme.example", lifetime: "15m" },
  },
};
const SCHEMA = { type: "object", properties: { role: { enum: ["admin", "member"] } }, required: ["role"] };

const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { iss: "https://auth.acme.example", iat: NOW, exp: NOW + 600, role: "admin" };
const GOOD = forgeToken({ alg: "ES256", kid: "k" }, CLAIMS, KEYS.ec.privateKey);
const EXPIRED = forgeToken({ alg: "ES256" }, { ...CLAIMS, iat: NOW - 900, exp: NOW - 300 }, KEYS.ec.privateKey);
const EDITED = GOOD.replace(/\.[^.]+\./, `.${encodePart({ ...CLAIMS, role: "member" })}.`);

let folder: string;
let empty: string;
let server: http.Server;
let url: string;
beforeAll(async () => {
  folder = scratchFolder();
  empty = mkdtempSync(path.join(os.tmpdir(), "claimsmith-empty-"));
  const jwks = { keys: [{ ...KEYS.ec.publicKey.export({ format: "jwk" }), kid: "k" }] };
  writeProject(folder, {
    "claims.config.json": CONFIG,
    "a.json": SCHEMA,
    "public.pem": KEYS.ec.publicKey.export({ type: "spki", format: "pem" }),
    "private.pem": KEYS.ec.privateKey.export({ type: "pkcs8", format: "pem" }),
    "jwks.json": jwks,
    "secret.bin": SECRET,
    "token.txt": `Bearer ${GOOD}\n`,
    "broken.config.json": "{",
  });
  server = http.createServer((_request, response) => response.end(JSON.stringify(jwks)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with that port.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
afterAll(() => {
  server.close();
  for (const one of [folder, empty]) rmSync(one, { recursive: true, force: true });
});

/** Runs the command line with the project's config. */
async function claimsmith(...words: readonly string[]) {
  const { written, terminal } = recordingTerminal(80);
  const code = await run(["inspect", ...words, "--config", path.join(folder, "claims.config.json")], terminal);
  return { code, ...written };
}

/** Runs inspect in a folder, with a standard input. */
async function inspectIn(cwd: string, words: readonly string[], input = "", options: object = {}) {
  const { written, terminal } = recordingTerminal(80);
  async function* stdin() {
    yield input;
  }
  const code = await runInspect({ words, format: "json", cwd, ...options }, terminal, stdin());
  return { code, ...written };
}

/** Runs the command line with the process's standard input replaced. */
async function runMain(words: readonly string[], input: string) {
  const { written, terminal } = recordingTerminal(80);
  const stdin = vi.spyOn(process, "stdin", "get").mockReturnValue(
    // A stream of bytes is all that is asked of the standard input here.
    Readable.from([Buffer.from(input)]) as typeof process.stdin,
  );
  try {
    return { code: await run(words, terminal), ...written };
  } finally {
    stdin.mockRestore();
  }
}

const found = (out: string): readonly string[] =>
  (JSON.parse(out) as { findings: readonly { code: string }[] }).findings.map(({ code }) => code);

describe("claimsmith inspect", () => {
  it.each([
    ["a good token", () => [GOOD], 0, []],
    ["a good token and its key", () => [GOOD, "--key", path.join(folder, "public.pem")], 0, []],
    ["a good token and its key set", () => [GOOD, "--jwks", path.join(folder, "jwks.json")], 0, []],
    ["a good token and the URL of its key set", () => [GOOD, "--jwks", url], 0, []],
    ["a file", () => [path.join(folder, "token.txt")], 0, []],
    ["the last of two keys", () => [GOOD, "--key", "none", "--key", path.join(folder, "public.pem")], 0, []],
    ["words of a header", () => ["Authorization:", "Bearer", GOOD], 0, []],
    ["an expired token", () => [EXPIRED], 1, ["expired"]],
    ["an edited token and its key", () => [EDITED, "--key", path.join(folder, "public.pem")], 1, ["invalid_signature"]],
    ["a number", () => ["12345"], 1, ["malformed_token"]],
    ["an empty text", () => [""], 1, ["malformed_token"]],
    ["a private key", () => [GOOD, "--key", path.join(folder, "private.pem")], 2, ["invalid_key"]],
    [
      "a secret for a token that is not made with one",
      () => [GOOD, "--key", path.join(folder, "secret.bin")],
      2,
      ["invalid_key"],
    ],
    ["a key set that nobody serves", () => [GOOD, "--jwks", "http://127.0.0.1:1/jwks"], 2, ["jwks_unavailable"]],
    [
      "an expired token and a key set that nobody serves",
      () => [EXPIRED, "--jwks", "http://127.0.0.1:1/jwks"],
      1,
      ["jwks_unavailable", "expired"],
    ],
  ])("ends with its code for %s", async (_, words, want, codes) => {
    const { code, out } = await claimsmith(...words(), "--format", "json");
    expect(found(out)).toEqual(codes);
    expect(code).toBe(want);
  });

  it("verifies with a key, and says without one that nothing was", async () => {
    const withKey = await claimsmith(GOOD, "--jwks", url);
    expect(withKey.out).toContain("accessToken: no fault found, and its signature is verified.\n");
    const without = await claimsmith(GOOD);
    expect(without.out).toContain("accessToken: no fault found, but nothing was verified.\n");
    expect(without.out).toContain("Nothing was verified: without a key, anyone can have written this token.");
  });

  it("prints JSON alone on stdout, and what is worth knowing besides on stderr", async () => {
    const { out, err } = await claimsmith(`Bearer ${GOOD}`, "--format", "json");
    expect(JSON.parse(out)).toEqual({
      token: "accessToken",
      acceptable: true,
      verified: false,
      findings: [],
      header: { alg: "ES256", kid: "k" },
      claims: CLAIMS,
    });
    expect(err).toBe(
      'Read without the prefix "Bearer".\nNothing was verified: without a key, anyone can have written this token. Pass one with `--key` or `--jwks`.\n',
    );
  });

  it("reads the standard input", async () => {
    const { code, out } = await inspectIn(folder, ["-"], `"${EXPIRED}"\n`);
    expect([code, found(out)]).toEqual([1, ["expired"]]);
  });

  it("reads the standard input of its process, and several words as one text", async () => {
    const config = path.join(folder, "claims.config.json");
    const ran = await runMain(["inspect", "-", "--config", config], `Bearer ${GOOD}`);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("accessToken: no fault found, but nothing was verified.\n");
    const words = await claimsmith("Bearer", GOOD);
    expect(words.out).toContain('Read without the prefix "Bearer".');
  });

  it("holds a token against RFC 7519 alone where there is no config", async () => {
    const { code, out, err } = await inspectIn(empty, [GOOD]);
    expect([code, found(out)]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({ token: null, acceptable: true });
    expect(err).toContain("No claims.config.json was found, so the token is held against RFC 7519 alone.");
  });

  it.each<[string, object, readonly string[], string]>([
    [
      "a kind that the config does not have",
      { token: "acessToken" },
      [GOOD],
      'error [invalid_option] The config has no token "acessToken".\n  expected: one of "accessToken"\n  Did you mean `--token accessToken`?\n',
    ],
    ["a key file that is not there", { key: "no.pem" }, [GOOD], "error [cannot_read]"],
    ["a key set that is none", { jwks: "a.json" }, [GOOD], "holds no key set."],
    [
      "a key set over plain http",
      { jwks: "http://acme.example/" },
      [GOOD],
      'The option --jwks cannot be "http://acme.example/".',
    ],
    [
      "a key and a key set",
      { key: "public.pem", jwks: "jwks.json" },
      [GOOD],
      "The options `key` and `jwks` exclude each other.",
    ],
    ["a file that is not there", {}, ["missing.jwt"], "there is no such file."],
    ["a config that is broken", { config: "broken.config.json" }, [GOOD], "error [invalid_syntax]"],
    ["a time that is none", { now: Date.now() }, [GOOD], "The option `now` is no time."],
    ["no date", { now: new Date("x") }, [GOOD], "The option `now` is no time."],
  ])("could not run with %s", async (_, options, words, want) => {
    const { code, out, err } = await inspectIn(folder, words, "", options);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(want);
  });

  it("could not run where a kind is named and there is no config", async () => {
    const { code, err } = await inspectIn(empty, [GOOD], "", { token: "accessToken" });
    expect(code).toBe(2);
    expect(err).toContain("error [config_not_found]");
  });

  it.each<[string, readonly string[], string]>([
    ["no token", [], "`claimsmith inspect` needs another argument."],
    ["an option without its value", [GOOD, "--key"], "The option --key needs a value."],
    ["two sources of keys", [GOOD, "--key", "a", "--jwks", "b"], "The options --key and --jwks exclude each other."],
    ["a format that there is not", [GOOD, "--format", "xml"], 'The option --format cannot be "xml".'],
    ["an option that is not there, before the token", ["-x", GOOD], "`claimsmith inspect` takes no option -x."],
    ["an option that is misspelt", [GOOD, "--jwk", "x"], "Did you mean `--jwks`?"],
  ])("does not understand %s, and repeats no token", async (_, words, want) => {
    const { written, terminal } = recordingTerminal(80);
    expect(await run(["inspect", ...words], terminal)).toBe(2);
    expect(written.err).toContain(want);
    expect(written.err).not.toContain(GOOD.slice(0, 30));
  });
});

describe("inspect()", () => {
  it("takes the time of its caller", async () => {
    const at = (now: Date | number) => inspect({ text: GOOD, cwd: folder, now });
    expect((await at(NOW)).acceptable).toBe(true);
    expect((await at(new Date((NOW + 600) * 1000))).findings.map(({ code }) => code)).toEqual(["expired"]);
  });
});
