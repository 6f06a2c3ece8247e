import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { calculateJwkThumbprint, type JWK } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALGORITHMS } from "../../src/config/config.js";
import { newKeys } from "../../src/index.js";
import { loadPackage } from "../support/load-package.js";
import { runInProcess } from "../support/run-in-process.js";
import { scratchFolder, writeProject } from "../support/scratch-project.js";
import { scratchRepository } from "../support/scratch-repository.js";

const TOKEN = { schema: "a.json", lifetime: "15m" };
const PACKAGE = { package: { name: "@acme/claims", version: "1.0.0" } };

let folder: string;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (file: string) => path.join(folder, file);
const readJson = (file: string) => JSON.parse(readFileSync(inFolder(file), "utf8"));
const modeOf = (file: string) => (statSync(inFolder(file)).mode & 0o777).toString(8);

/** Runs the command line; the scratch folder is shown as `.`. */
async function claimsmith(...words: readonly string[]) {
  const { code, out, err } = await runInProcess(["keys", ...words], 80);
  const shown = path.relative(process.cwd(), folder).split(path.sep).join("/");
  const clean = (text: string) => text.replaceAll(shown, ".").replaceAll(folder, ".");
  return { code, out: clean(out), err: clean(err) };
}

/** Makes a key in a folder of the scratch folder; gives its id. */
async function newKey(out: string): Promise<string> {
  return (await newKeys({ out, algorithm: "ES256", cwd: folder })).keyId;
}

describe("claimsmith keys new", () => {
  it("writes a private JWK that its owner alone can read, and its public set, and says what they are", async () => {
    const result = await claimsmith("new", "--algorithm", "ES256", "--out", inFolder("keys"));
    const key = readJson("keys/private.jwk.json");
    expect(result).toEqual({
      code: 0,
      out: [
        "wrote ./keys/private.jwk.json: the private key, for the service that issues tokens and no other. Only you can read the file.",
        "wrote ./keys/jwks.json: its public key as a JWK Set, to publish and to verify with.",
        `Algorithm ES256, key id ${key.kid}. There is no other copy of the key.`,
        "",
      ].join("\n"),
      err: "",
    });
    const { d, ...published } = key;
    expect(readJson("keys/jwks.json")).toEqual({ keys: [published] });
    expect(published).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", use: "sig" });
    expect(key.kid).toBe(await calculateJwkThumbprint(published));
    expect([modeOf("keys/private.jwk.json"), modeOf("keys/jwks.json")]).toEqual(["600", "644"]);
    expect(result.out).not.toContain(d);
  });

  it.each([0o000, 0o077, 0o377])("gives the files the same permissions under the umask %o", async (mask) => {
    const before = process.umask(mask);
    try {
      mkdirSync(inFolder("keys"));
      chmodSync(inFolder("keys"), 0o700);
      await newKey("keys");
    } finally {
      process.umask(before);
    }
    expect([modeOf("keys/private.jwk.json"), modeOf("keys/jwks.json")]).toEqual(["600", "644"]);
  });

  it.each(ALGORITHMS)("makes a key with which issue and verify work: %s", async (algorithm) => {
    const made = await newKeys({ out: algorithm, algorithm, cwd: folder });
    const secret = readJson(`${algorithm}/private.jwk.json`);
    const config = { ...PACKAGE, output: "generated", tokens: { accessToken: { ...TOKEN, algorithms: [algorithm] } } };
    const pack = await loadPackage(config, { "a.json": { type: "object" } });
    const helpers = pack.tokens.get("accessToken");
    const token = await helpers?.issue({}, { key: secret });
    const key = algorithm.startsWith("HS") ? secret : readJson(`${algorithm}/jwks.json`);
    const verified = await helpers?.verify(token, { key });
    await pack.remove();
    expect(verified?.header).toEqual({ alg: algorithm, typ: "JWT", kid: made.keyId });
    expect(made.publicFile === null).toBe(algorithm.startsWith("HS"));
  });

  it("writes no public set of a secret, and says so", async () => {
    const { out } = await claimsmith("new", "--algorithm", "HS256", "--out", inFolder("keys"));
    expect(readdirSync(inFolder("keys"))).toEqual(["private.jwk.json"]);
    expect(out).toContain("There is nothing public to write: who can verify with HS256 can also issue.");
    const { k, kid, ...rest } = readJson("keys/private.jwk.json");
    expect(rest).toEqual({ kty: "oct", alg: "HS256", use: "sig" });
    expect(Buffer.from(k, "base64url")).toHaveLength(32);
    // No thumbprint: that would be a hash of the secret.
    expect(kid).not.toBe(await calculateJwkThumbprint({ kty: "oct", k }));
    expect(out).not.toContain(k);
  });

  it("makes RSA keys of 2048 bits, or of as many as are asked for, and no shorter ones", async () => {
    const bits = (file: string) => Buffer.from(readJson(file).n, "base64url").length * 8;
    await newKeys({ out: "a", algorithm: "RS256", cwd: folder });
    await newKeys({ out: "b", algorithm: "PS256", modulusLength: 3072, cwd: folder });
    expect([bits("a/private.jwk.json"), bits("b/private.jwk.json")]).toEqual([2048, 3072]);
    for (const length of ["1024", "2049", "16384", "x"]) {
      const result = await claimsmith(
        "new",
        "--algorithm",
        "RS256",
        "--modulus-length",
        length,
        "--out",
        inFolder("c"),
      );
      expect(result).toMatchObject({ code: 2, out: "" });
      expect(result.err).toContain("[invalid_option] The option --modulus-length cannot be");
    }
    const result = await claimsmith("new", "--algorithm", "ES256", "--modulus-length", "2048", "--out", inFolder("c"));
    expect(result.err).toContain("The option --modulus-length is of RSA keys, and ES256 has none.");
    expect(readdirSync(folder)).not.toContain("c");
  });

  it.each(["private.jwk.json", "jwks.json"])("overwrites no %s, and then writes nothing at all", async (file) => {
    writeProject(folder, { [`keys/${file}`]: "mine" });
    const result = await claimsmith("new", "--algorithm", "ES256", "--out", inFolder("keys"));
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toContain(`error [file_exists] ./keys/${file} exists already, and keys overwrites nothing.`);
    expect(readdirSync(inFolder("keys"))).toEqual([file]);
    expect(readFileSync(inFolder(`keys/${file}`), "utf8")).toBe("mine");
  });

  it("follows no link in the place of a file", async () => {
    mkdirSync(inFolder("keys"));
    symlinkSync(inFolder("elsewhere.json"), inFolder("keys/private.jwk.json"));
    const result = await claimsmith("new", "--algorithm", "ES256", "--out", inFolder("keys"));
    expect(result.err).toContain("[file_exists]");
    expect(readdirSync(folder)).not.toContain("elsewhere.json");
  });

  it("says in words that it cannot write", async () => {
    writeFileSync(inFolder("file"), "");
    const result = await claimsmith("new", "--algorithm", "ES256", "--out", inFolder("file/keys"));
    expect(result).toMatchObject({ code: 2 });
    expect(result.err).toContain("error [cannot_write]");
  });
});

describe("the algorithm of claimsmith keys new", () => {
  const write = (tokens: object) =>
    writeProject(folder, { "claims.config.json": { ...PACKAGE, output: "generated", tokens } });
  const chosen = async (options: object) => (await newKeys({ ...options, cwd: folder, out: "keys" })).algorithm;

  it("is ES256 where there is no config", async () => {
    expect(await chosen({})).toBe("ES256");
  });

  it("is the first of the policy, of tokens that are issued", async () => {
    write({
      accessToken: { ...TOKEN, algorithms: ["EdDSA", "ES256"] },
      foreignToken: { ...TOKEN, algorithms: ["RS256"], helpers: ["verify"] },
    });
    expect(await chosen({})).toBe("EdDSA");
  });

  it("is that of the token that is named", async () => {
    write({ accessToken: { ...TOKEN, algorithms: ["EdDSA"] }, idToken: { ...TOKEN, algorithms: ["ES384", "ES256"] } });
    expect(await chosen({ token: "idToken" })).toBe("ES384");
    rmSync(inFolder("keys"), { recursive: true });
    expect(await chosen({ token: "idToken", algorithm: "ES256" })).toBe("ES256");
  });

  it.each([
    [{}, "The tokens of the config are signed with different algorithms."],
    [{ token: "idTokn" }, 'The config has no token "idTokn".'],
    [{ token: "idToken", algorithm: "EdDSA" }, 'The policy of "idToken" does not allow EdDSA.'],
    [{ algorithm: "none" }, 'The option --algorithm cannot be "none".'],
    [{ algorithm: "__proto__" }, 'The option --algorithm cannot be "__proto__".'],
    [{ token: "__proto__" }, 'The config has no token "__proto__".'],
  ])("is refused for %j", async (options, message) => {
    write({ accessToken: { ...TOKEN, algorithms: ["EdDSA"] }, idToken: { ...TOKEN, algorithms: ["ES384"] } });
    await expect(chosen(options)).rejects.toMatchObject({ code: "invalid_option", message });
    expect(readdirSync(folder)).not.toContain("keys");
  });

  it.each([{ token: "accessToken" }, { config: "claims.config.json" }])("needs the config for %j", async (options) => {
    await expect(chosen(options)).rejects.toMatchObject({ code: "config_not_found" });
  });
});

describe("claimsmith keys new in a git work tree", () => {
  let repository: ReturnType<typeof scratchRepository>;
  beforeEach(() => {
    repository = scratchRepository();
  });
  afterEach(() => repository.remove());

  const make = (out: string, options: object = {}) =>
    newKeys({ algorithm: "ES256", out: path.join(repository.folder, out), ...options });
  const there = () => readdirSync(repository.folder).filter((name) => name !== ".git");

  it("refuses a folder that git would take, and does what it is told", async () => {
    await expect(make("deep/keys")).rejects.toMatchObject({ code: "tracked_folder" });
    expect(there()).toEqual([]);
    await make("deep/keys", { allowTracked: true });
    expect(there()).toEqual(["deep"]);
  });

  it.each(["keys/", "keys", "private.jwk.json", "*.jwk.json"])(
    "takes a folder for which .gitignore says %s",
    async (line) => {
      repository.commit({ ".gitignore": `${line}\n` });
      await make("keys");
      expect(repository.git("status", "--porcelain", "--untracked-files=all")).not.toContain("private");
    },
  );

  it("refuses where the private key's file is tracked though it is ignored", async () => {
    writeProject(repository.folder, { "keys/private.jwk.json": {} });
    repository.git("add", "-A");
    writeProject(repository.folder, { ".gitignore": "keys/\n" });
    rmSync(path.join(repository.folder, "keys"), { recursive: true });
    await expect(make("keys")).rejects.toMatchObject({ code: "tracked_folder" });
  });

  it("refuses where an ignore rule is taken back, and where a link from outside leads in", async () => {
    repository.commit({ ".gitignore": "*.json\n!private.jwk.json\n" });
    await expect(make("keys")).rejects.toMatchObject({ code: "tracked_folder" });
    writeProject(repository.folder, { "deep/file": "" });
    symlinkSync(path.join(repository.folder, "deep"), inFolder("link"));
    await expect(make("", { out: inFolder("link/keys") })).rejects.toMatchObject({ code: "tracked_folder" });
  });

  it("refuses where git cannot say", async () => {
    writeProject(repository.folder, { ".gitignore": "keys/\n", ".git/HEAD": "broken" });
    await expect(make("keys")).rejects.toMatchObject({ code: "tracked_folder" });
  });
});

describe("claimsmith keys public", () => {
  it("prints the public halves of keys, whatever their files hold beside", async () => {
    await newKey("a");
    await newKeys({ out: "b", algorithm: "RS256", cwd: folder });
    const { code, out } = await claimsmith("public", inFolder("a/private.jwk.json"), inFolder("b/private.jwk.json"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ keys: [...readJson("a/jwks.json").keys, ...readJson("b/jwks.json").keys] });
    const members = JSON.parse(out).keys.flatMap((key: JWK) => Object.keys(key));
    expect(members.filter((name: string) => ["d", "p", "q", "dp", "dq", "qi", "k"].includes(name))).toEqual([]);
  });

  it.each([
    ["a secret", { kty: "oct", k: "AAAA", kid: "a" }],
    ["a key without its public half", { kty: "EC", crv: "P-256", x: "AA", d: "AA" }],
    ["a member that is no text", { kty: "OKP", crv: "Ed25519", x: ["AA"] }],
    ["an unknown type", { kty: "__proto__", x: "AA" }],
    ["an empty set", { keys: [] }],
    ["keys that are no list", { keys: { kty: "OKP", crv: "Ed25519", x: "AA" } }],
    ["a set with something else", { keys: [null] }],
    ["text", "-----BEGIN PRIVATE KEY-----"],
  ])("refuses %s", async (_, content) => {
    writeProject(folder, { "key.json": content });
    const result = await claimsmith("public", inFolder("key.json"));
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toContain("holds no key that can be published.");
  });
});

describe("claimsmith keys add and retire", () => {
  const idsIn = (file: string) => readJson(file).keys.map(({ kid }: JWK) => kid);

  it("publish the next key beside the present one, and take the old one out", async () => {
    const [first, next] = [await newKey("now"), await newKey("next")];
    const added = await claimsmith("add", inFolder("now/jwks.json"), inFolder("next/private.jwk.json"));
    expect(added).toMatchObject({ code: 0, err: "" });
    expect(added.out).toBe(
      `added ${next} to ./now/jwks.json\nIt holds 2 keys. Publish it, and sign with the new key only when every verifier has fetched it.\n`,
    );
    expect(readJson("now/jwks.json").keys[1]).toEqual(readJson("next/jwks.json").keys[0]);
    expect(modeOf("now/jwks.json")).toBe("644");
    const retired = await claimsmith("retire", inFolder("now/jwks.json"), first);
    expect(retired.out).toBe(
      `took ${first} out of ./now/jwks.json\nIt holds one key. Tokens that the key signed are refused as soon as verifiers fetch the set.\n`,
    );
    expect(idsIn("now/jwks.json")).toEqual([next]);
  });

  it("leave other keys of the set as they were", async () => {
    const foreign = { kty: "EC", crv: "P-256", x: "AA", y: "AA", x5c: ["AAAA"], ext: true };
    writeProject(folder, { "jwks.json": { keys: [foreign] } });
    const next = await newKey("next");
    await claimsmith("add", inFolder("jwks.json"), inFolder("next/jwks.json"));
    expect(readJson("jwks.json").keys[0]).toEqual(foreign);
    expect(idsIn("jwks.json")).toEqual([undefined, next]);
  });

  it("add a key once only, and no other key under its id", async () => {
    const first = await newKey("now");
    const before = readFileSync(inFolder("now/jwks.json"), "utf8");
    const again = await claimsmith("add", inFolder("now/jwks.json"), inFolder("now/private.jwk.json"));
    expect(again.out).toBe("./now/jwks.json holds the key already; nothing was written.\n");
    await newKey("next");
    writeProject(folder, { "taken.json": { ...readJson("next/private.jwk.json"), kid: first } });
    const taken = await claimsmith("add", inFolder("now/jwks.json"), inFolder("taken.json"));
    expect(taken.err).toContain(`The set has another key under "${first}".`);
    const { kid: _, ...anonymous } = readJson("next/private.jwk.json");
    writeProject(folder, { "anonymous.json": anonymous });
    const unnamed = await claimsmith("add", inFolder("now/jwks.json"), inFolder("anonymous.json"));
    expect(unnamed.err).toContain('A key to add has no "kid".');
    expect(readFileSync(inFolder("now/jwks.json"), "utf8")).toBe(before);
  });

  it("refuse a set that holds a private key, the last key, and a key that is not there", async () => {
    const first = await newKey("now");
    writeProject(folder, { "private-set.json": { keys: [readJson("now/private.jwk.json")] } });
    const leaked = await claimsmith("retire", inFolder("private-set.json"), first);
    expect(leaked.err).toContain("holds a private key, and is meant to be public.");
    const last = await claimsmith("retire", inFolder("now/jwks.json"), first);
    expect(last.err).toContain("is the last key of");
    const unknown = await claimsmith("retire", inFolder("now/jwks.json"), "-x");
    expect(unknown.err).toContain('has no key "-x".');
    expect(idsIn("now/jwks.json")).toEqual([first]);
  });
});

describe("claimsmith keys", () => {
  it.each([
    [["nwe"], '`claimsmith keys` cannot do "nwe".'],
    [["new", "word"], "`claimsmith keys new` needs fewer arguments."],
    [["public"], "`claimsmith keys public` needs another argument."],
    [["add", "jwks.json"], "`claimsmith keys add` needs another argument."],
    [["retire", "jwks.json", "a", "b"], "`claimsmith keys retire` needs fewer arguments."],
    [["retire", "jwks.json", "a", "--out", "x"], "`claimsmith keys retire` takes no option --out."],
    [["new", "--bits", "2048"], "`claimsmith keys` takes no option --bits."],
    [[], "`claimsmith keys` needs another argument."],
  ])("refuses %j", async (words, message) => {
    const result = await claimsmith(...words);
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toContain(message);
  });

  it("shows nothing of a private key in any error", async () => {
    await newKey("now");
    const { d } = readJson("now/private.jwk.json");
    writeProject(folder, { "broken.json": readFileSync(inFolder("now/private.jwk.json"), "utf8").slice(0, -3) });
    for (const words of [
      ["public", "broken.json"],
      ["add", "now/private.jwk.json", "now/jwks.json"],
      ["retire", "broken.json", "x"],
    ]) {
      const [action = "", ...files] = words;
      const { code, err } = await claimsmith(action, ...files.map((file) => (file === "x" ? file : inFolder(file))));
      expect(code).toBe(2);
      expect(err).not.toContain(d.slice(0, 8));
    }
  });
});
