import { Buffer } from "node:buffer";
import * as crypto from "node:crypto";
import { setImmediate } from "node:timers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CryptoEngine, EncodedToken, EngineKey, Sign } from "../../../../src/runtime/engine/crypto-engine.js";
import type { NodePlatform } from "../../../../src/runtime/engine/node-crypto.js";
import { createNodeEngine } from "../../../../src/runtime/engine/node-engine.js";
import { createNodeSign } from "../../../../src/runtime/engine/node-sign.js";
import { isCryptoKey } from "../../../../src/runtime/engine/opaque-key.js";
import { chooseEngine, readPlatform } from "../../../../src/runtime/engine/platform-engine.js";
import { createTurns } from "../../../../src/runtime/engine/turns.js";
import { engine as web, sign as webSign } from "../../../../src/runtime/engine/web-engine.js";
import { decodeBase64url } from "../../../../src/runtime/text/base64url.js";
import { algorithm, encode } from "../sample.js";

// Node's types want its own class of keys, where the engine has jose's name for them.
const platform = { crypto, Buffer, run: createTurns(setImmediate) } as unknown as NodePlatform;
const node = createNodeEngine(platform);
const signers = new Map<CryptoEngine, Sign>([
  [node, createNodeSign(platform)],
  [web, webSign],
]);

function cut(text: string): EncodedToken {
  const signatureAt = text.lastIndexOf(".") + 1;
  return { text, signatureAt, signature: Buffer.from(text.slice(signatureAt), "base64url") };
}

async function keys(alg: string): Promise<{ readonly sign: crypto.KeyObject; readonly verify: crypto.KeyObject }> {
  const { kty, crv } = algorithm(alg);
  if (kty === "oct") {
    const secret = crypto.createSecretKey(crypto.randomBytes(64));
    return { sign: secret, verify: secret };
  }
  const { privateKey, publicKey } =
    kty === "RSA"
      ? crypto.generateKeyPairSync("rsa", { modulusLength: 2048 })
      : kty === "OKP"
        ? crypto.generateKeyPairSync("ed25519")
        : crypto.generateKeyPairSync("ec", { namedCurve: crv ?? "" });
  return { sign: privateKey, verify: publicKey };
}

const ready = (engine: CryptoEngine, key: crypto.KeyObject, alg: string): EngineKey => ({
  algorithm: algorithm(alg),
  signatureBytes: 0,
  native: engine.toNative(key, algorithm(alg)),
});

const ALGORITHMS = [
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

describe.each(ALGORITHMS)("the two engines, with %s", (alg) => {
  it("accept what the other signs, and nothing that differs from it in one bit", async () => {
    const { sign, verify } = await keys(alg);
    for (const [signer, verifier] of [
      [node, web],
      [web, node],
      [node, node],
    ] as const) {
      const token = await signers.get(signer)?.({ alg, typ: "JWT" }, '{"sub":"ü"}', ready(signer, sign, alg));
      if (token === undefined) throw new TypeError("There is no signer.");
      const key = ready(verifier, verify, alg);
      expect(await verifier.verify(cut(token), key)).toBe(true);
      const { text, signatureAt, signature } = cut(token);
      const changed = Uint8Array.from(signature);
      changed[0] = (changed[0] ?? 0) ^ 1;
      const forged = text.slice(0, signatureAt) + Buffer.from(changed).toString("base64url");
      expect(await verifier.verify(cut(forged), key)).toBe(false);
      const [header = "", , last = ""] = token.split(".");
      expect(await verifier.verify(cut(`${header}.${encode('{"sub":"v"}')}.${last}`), key)).toBe(false);
    }
  });
});

describe("the engine for Node", () => {
  it("takes a Web Crypto key, a KeyObject and the bytes of a secret, and no other object", async () => {
    const { publicKey } = await globalThis.crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
      "sign",
      "verify",
    ]);
    expect(isCryptoKey(publicKey)).toBe(true);
    expect(node.toNative(publicKey, algorithm("ES256"))).toHaveProperty("digest", "sha256");
    expect(node.toNative(new Uint8Array(32), algorithm("HS256"))).toHaveProperty("digest", "sha256");
    const fake = { type: "public", [Symbol.toStringTag]: "KeyObject" };
    expect(() => node.toNative(fake, algorithm("ES256"))).toThrow(TypeError);
  });

  it("decodes what is canonical base64url, and only that, as the other engine does", () => {
    const alphabet = "ABCXYZabcxyz0189-_";
    // What Node's own decoder forgives: the other alphabet, padding, whitespace, and letters beyond ASCII of which it sees one byte.
    const forgiven = "+/= \n\t\0.é\u0141\u{1f600}\ud800";
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...alphabet, ...forgiven), maxLength: 12 }),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const want = decodeBase64url(text);
        const got = node.decodeBase64url(text);
        expect(got === null ? null : [...got]).toEqual(want === null ? null : [...want]);
      }),
      { numRuns: 5000 },
    );
  });

  it("decodes a text as the other engine does, whatever its bytes", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
      // A character that stands for what is no text, and what begins or is left of others.
      fc
        .array(fc.constantFrom(0xef, 0xbf, 0xbd, 0xed, 0xa0, 0x80, 0xc0, 0xbb, 0x41), { maxLength: 9 })
        .map(Uint8Array.from.bind(Uint8Array)),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const text = Buffer.from(given).toString("base64url");
        expect(node.decodeText(text)).toBe(web.decodeText(text));
        expect(node.decodeText(`${text}=`)).toBeNull();
      }),
      { numRuns: 5000 },
    );
    for (const length of [12_287, 12_288, 12_289, 40_000]) {
      const text = Buffer.from("ü".repeat(length)).toString("base64url");
      expect(node.decodeText(text)).toBe("ü".repeat(length));
      expect(node.decodeText(`${text.slice(0, -4)}++++`)).toBeNull();
    }
  });

  it.each(["QUJD\u0141", "Q\u0155JD", "QUJDRA==", "QU JD", "QU+D", "QU/D", "QUJDR"])(
    "does not decode %j, which Node's own decoder takes",
    (text) => {
      expect(Buffer.from(text, "base64url").length).toBeGreaterThan(0);
      expect(node.decodeBase64url(text)).toBeNull();
    },
  );
});

describe("the engine of a platform", () => {
  const versions = { node: "20.19.0", v8: "11.3.244.8-node.26" };
  const getBuiltinModule = process.getBuiltinModule;

  it("is Node's in Node", () => {
    expect(chooseEngine(readPlatform({ versions, getBuiltinModule }))).not.toBe(web);
    expect(chooseEngine(readPlatform(process))).not.toBe(web);
  });

  it.each<[string, unknown]>([
    ["there is no process", undefined],
    ["the process is null", null],
    ["the process has no versions", { getBuiltinModule }],
    ["the process gives no modules", { versions }],
    ["Bun resembles Node", { versions: { ...versions, bun: "1.3.0" }, getBuiltinModule }],
    ["Deno resembles Node", { versions: { ...versions, deno: "2.5.0" }, getBuiltinModule }],
    ["a browser's bundle has a stand-in", { versions: {}, getBuiltinModule }],
    ["workerd resembles Node", { versions: { node: "22.23.4", v8: "" }, getBuiltinModule }],
    ["Electron resembles Node", { versions: { node: "22.20.0", v8: "14.0.365.4-electron.0" }, getBuiltinModule }],
    ["the version of V8 is none", { versions: { node: "20.19.0", v8: 11 }, getBuiltinModule }],
  ])("is Web Crypto where %s", (_name, given) => {
    expect(chooseEngine(readPlatform(given))).toBe(web);
  });
});
