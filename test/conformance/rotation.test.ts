import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRemoteJWKSet } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addKeys, newKeys, retireKey } from "../../src/index.js";
import type * as remote from "../../src/runtime/remote-keys/remote-keys.js";
import { json, type KeyServer, startKeyServer } from "../support/key-server.js";
import { type LoadedPackage, type LoadedToken, loadPackage } from "../support/load-package.js";
import { REPOSITORY } from "../support/project.js";
import { scratchFolder } from "../support/scratch-project.js";

const LIFETIME = 900;
const TOLERANCE = 30;
const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  output: "generated",
  tokens: {
    accessToken: {
      schema: "a.json",
      algorithms: ["ES256"],
      lifetime: `${LIFETIME}s`,
      clockTolerance: `${TOLERANCE}s`,
    },
  },
};
/** 2026-09-21T14:13:20Z, in seconds. */
const START = 1_790_000_000;

let pack: LoadedPackage;
let helpers: LoadedToken;
let remoteKeys: typeof remote.remoteKeys;
let createVerifier: (options: object) => (token: string) => Promise<unknown>;
let folder: string;
let server: KeyServer;

beforeAll(async () => {
  pack = await loadPackage(CONFIG, { "a.json": { type: "object" } });
  const found = pack.tokens.get("accessToken");
  if (found === undefined) throw new TypeError("The package has no access token.");
  helpers = found;
  // The modules export what the sources and declarations of the same names do.
  ({ remoteKeys } = (await pack.load("runtime/remote-keys/remote-keys.js")) as unknown as typeof remote);
  createVerifier = (await pack.load("index.js"))["createAccessTokenVerifier"] as typeof createVerifier;
});
afterAll(() => pack.remove());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: START * 1000 });
  folder = scratchFolder();
  server = await startKeyServer((response) => response.end(readFileSync(inFolder("now/jwks.json"))));
});
afterEach(async () => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

const inFolder = (file: string) => path.join(folder, file);
const privateKey = (name: string) => JSON.parse(readFileSync(inFolder(`${name}/private.jwk.json`), "utf8"));
const makeKey = async (name: string) => (await newKeys({ out: name, algorithm: "ES256", cwd: folder })).keyId;

/** Every way to verify with the set at the server, each with a memory of its own. */
function makeVerifiers(): readonly ((token: string) => Promise<unknown>)[] {
  const own = remoteKeys(server.url);
  const joses = createRemoteJWKSet(new URL(server.url));
  return [
    (token) => helpers.verify(token, { key: own }),
    (token) => helpers.verify(token, { key: joses }),
    createVerifier({ key: remoteKeys(server.url), cache: { entries: 1000 } }),
  ];
}

/** Seconds to wait between the steps. */
interface Waits {
  readonly beforeUse: number;
  readonly beforeRetiring: number;
}

/**
 * Rotates a key while tokens are issued every minute and each is verified every ten seconds until it expires, tolerance
 * included. Gives the codes with which a token was refused, and when in seconds from the start.
 */
async function rotate({ beforeUse, beforeRetiring }: Waits): Promise<readonly string[]> {
  const [publishAt, useAt] = [300, 300 + beforeUse];
  const retireAt = useAt + beforeRetiring;
  const old = await makeKey("now");
  const verifiers = [...makeVerifiers()];
  const inFlight: { readonly token: string; readonly until: number }[] = [];
  const refused = new Set<string>();
  for (let second = 0; second <= retireAt + LIFETIME; second += 10) {
    vi.setSystemTime((START + second) * 1000);
    if (second === publishAt) {
      await makeKey("next");
      addKeys("now/jwks.json", ["next/private.jwk.json"], folder);
    }
    if (second === retireAt) retireKey("now/jwks.json", old, folder);
    if (second % 60 === 0) {
      const token = await helpers.issue({}, { key: privateKey(second < useAt ? "now" : "next") });
      inFlight.push({ token, until: second + LIFETIME + TOLERANCE });
    }
    // Some begin to run in the middle of it, one of them just before the new key is there.
    if (second === publishAt - 10 || second === useAt - 10) verifiers.push(...makeVerifiers());
    for (const { token } of inFlight.filter(({ until }) => second < until)) {
      for (const verify of verifiers) {
        // A ClaimsError; anything else has no code, and shows.
        await verify(token).catch((error: { readonly code?: string }) => refused.add(`${error.code}`));
      }
    }
  }
  return [...refused];
}

describe("a rotation", () => {
  it("refuses no good token at any moment where each step waits as long as the page says", async () => {
    expect(await rotate({ beforeUse: 600, beforeRetiring: LIFETIME + TOLERANCE })).toEqual([]);
  });

  it("refuses tokens where the key is used as soon as it is published, or retired as soon as it is replaced", async () => {
    expect(await rotate({ beforeUse: 0, beforeRetiring: LIFETIME + TOLERANCE })).toEqual(["key_not_found"]);
    rmSync(inFolder("now"), { recursive: true });
    rmSync(inFolder("next"), { recursive: true });
    expect(await rotate({ beforeUse: 600, beforeRetiring: 0 })).toEqual(["key_not_found"]);
  });

  it("is over when the old key is retired and the sets are old: it verifies nothing more", async () => {
    const old = await makeKey("now");
    const stolen = privateKey("now");
    const verifiers = makeVerifiers();
    await makeKey("next");
    addKeys("now/jwks.json", ["next/private.jwk.json"], folder);
    const before = await helpers.issue({}, { key: stolen });
    for (const verify of verifiers) await verify(before);
    retireKey("now/jwks.json", old, folder);
    vi.setSystemTime((START + 600) * 1000);
    const after = await helpers.issue({}, { key: stolen });
    for (const verify of verifiers) {
      await expect(verify(before)).rejects.toMatchObject({ code: "key_not_found" });
      await expect(verify(after)).rejects.toMatchObject({ code: "key_not_found" });
    }
  });

  it("works for secrets in a set of both", async () => {
    const config = { ...CONFIG, tokens: { shared: { schema: "a.json", algorithms: ["HS256"], lifetime: "15m" } } };
    const other = await loadPackage(config, { "a.json": { type: "object" } });
    const shared = other.tokens.get("shared");
    const secrets = [];
    for (const out of ["one", "two"]) {
      await newKeys({ out, algorithm: "HS256", cwd: folder });
      secrets.push(privateKey(out));
    }
    for (const key of secrets) {
      const token = await shared?.issue({}, { key });
      expect(await shared?.verify(token, { key: { keys: secrets } })).toMatchObject({ header: { kid: key.kid } });
    }
    await other.remove();
  });
});

describe("docs/key-rotation.md", () => {
  const page = readFileSync(path.join(REPOSITORY, "docs/key-rotation.md"), "utf8");
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code ?? "");

  /** Imports a block as a module of the package's folder, with this server and a scratch folder in place of what it names. */
  async function load(block: string | undefined, name: string): Promise<Record<string, unknown>> {
    const entry = (file: string) => JSON.stringify(pathToFileURL(path.join(pack.folder, file)).href);
    const code = (block ?? "")
      .replaceAll('"https://auth.acme.example/jwks"', JSON.stringify(server.url))
      .replaceAll('"@acme/claims/access-token"', entry("tokens/access-token.js"))
      .replaceAll('"@acme/claims/remote-keys"', entry("runtime/remote-keys/remote-keys.js"))
      .replaceAll('"cache', JSON.stringify(inFolder("cache")).slice(0, -1));
    writeFileSync(inFolder(`${name}.js`), code);
    return import(pathToFileURL(inFolder(`${name}.js`)).href);
  }

  const issue = () => helpers.issue({}, { key: privateKey("now") });

  it("has code for remoteKeys and for jose that verifies", async () => {
    await makeKey("now");
    expect(blocks).toHaveLength(3);
    for (const [at, block] of blocks.slice(0, 2).entries()) {
      const { verify } = await load(block, `block-${at}`);
      // What the block exports.
      const verified = await (verify as (token: string) => Promise<object>)(await issue());
      expect(verified).toHaveProperty("claims");
    }
  });

  it("has code for a start while the issuer is down that verifies with what was saved", async () => {
    await makeKey("now");
    const token = await issue();
    const first = await load(blocks[2], "first");
    expect(await helpers.verify(token, { key: first["key"] })).toHaveProperty("claims");
    await vi.waitFor(() => readFileSync(inFolder("cache/jwks.json")));
    server.answer(json({ keys: [] }));
    await server.stop();
    vi.setSystemTime((START + 86_400) * 1000);
    const second = await load(blocks[2], "second");
    const later = await issue();
    expect(await helpers.verify(later, { key: second["key"] })).toHaveProperty("claims");
    rmSync(inFolder("cache"), { recursive: true });
    mkdirSync(inFolder("cache"));
    const third = await load(blocks[2], "third");
    await expect(helpers.verify(later, { key: third["key"] })).rejects.toMatchObject({ code: "jwks_unavailable" });
  });

  it("names the defaults that the code has", () => {
    const source = readFileSync(path.join(REPOSITORY, "src/runtime/remote-keys/remote-keys-options.ts"), "utf8");
    const defaults = [...source.matchAll(/read\("(\w+)", "(\w+)"\)/g)].map(([, name, value]) => [name, value]);
    const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]* \| `(\w+)` \|$/gm)].map(([, name, value]) => [name, value]);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(defaults);
  });
});
