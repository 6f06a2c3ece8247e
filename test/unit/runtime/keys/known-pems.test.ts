import { exportPKCS8, exportSPKI, generateKeyPair } from "jose";
import { describe, expect, it } from "vitest";
import type { EngineKey } from "../../../../src/runtime/engine/crypto-engine.js";
import { recallPem, rememberPem } from "../../../../src/runtime/keys/known-pems.js";
import { preparePem } from "../../../../src/runtime/keys/pem.js";
import { algorithm } from "../sample.js";

describe("public keys in PEM", () => {
  it("are imported once for each text and algorithm", async () => {
    const { publicKey } = await generateKeyPair("RS256", { extractable: true });
    const pem = await exportSPKI(publicKey);
    const first = await preparePem(pem, algorithm("RS256"), "verify");
    expect(first).toHaveProperty("key");
    expect(await preparePem(pem, algorithm("RS256"), "verify")).toEqual(first);
    expect("key" in first && recallPem(pem, algorithm("RS256"))).toBe("key" in first && first.key);
    expect(recallPem(pem, algorithm("PS256"))).toBeUndefined();
    const other = await preparePem(pem, algorithm("PS256"), "verify");
    expect("key" in other && "key" in first && other.key !== first.key).toBe(true);
  });

  it("are not remembered from what is refused, nor from a private key", async () => {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const pem = (await exportPKCS8(privateKey)).trim();
    expect(await preparePem(pem, algorithm("ES256"), "sign")).toHaveProperty("key");
    expect(await preparePem(pem, algorithm("ES256"), "verify")).toHaveProperty("fault");
    expect(recallPem(pem, algorithm("ES256"))).toBeUndefined();
  });

  it("are forgotten where there are more than a service has", () => {
    const key: EngineKey = { algorithm: algorithm("ES256"), signatureBytes: 64, native: null };
    for (let index = 0; index <= 16; index += 1) rememberPem(`pem ${index}`, key);
    expect(recallPem("pem 0", key.algorithm)).toBeUndefined();
    expect(recallPem("pem 1", key.algorithm)).toBe(key);
    expect(recallPem("pem 16", key.algorithm)).toBe(key);
  });
});
