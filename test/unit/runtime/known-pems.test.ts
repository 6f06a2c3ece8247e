import { exportPKCS8, exportSPKI, generateKeyPair } from "jose";
import { describe, expect, it } from "vitest";
import { describeAlgorithm } from "../../../src/runtime/key-algorithm.js";
import { recallPem, rememberPem } from "../../../src/runtime/known-pems.js";
import { preparePem } from "../../../src/runtime/pem.js";

const algorithm = (alg: string) => {
  const described = describeAlgorithm(alg);
  if (described === null) throw new TypeError(`no algorithm ${alg}`);
  return described;
};

describe("public keys in PEM", () => {
  it("are imported once for each text and algorithm", async () => {
    const { publicKey } = await generateKeyPair("RS256", { extractable: true });
    const pem = await exportSPKI(publicKey);
    const first = await preparePem(pem, algorithm("RS256"), "verify");
    expect(first).toHaveProperty("key");
    expect(await preparePem(`\n${pem}`, algorithm("RS256"), "verify")).toEqual(first);
    expect("key" in first && recallPem(pem.trim(), "RS256")).toBe("key" in first && first.key);
    expect(recallPem(pem.trim(), "PS256")).toBeNull();
    const other = await preparePem(pem, algorithm("PS256"), "verify");
    expect("key" in other && "key" in first && other.key !== first.key).toBe(true);
  });

  it("are not remembered from what is refused, nor from a private key", async () => {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const pem = (await exportPKCS8(privateKey)).trim();
    expect(await preparePem(pem, algorithm("ES256"), "sign")).toHaveProperty("key");
    expect(await preparePem(pem, algorithm("ES256"), "verify")).toHaveProperty("fault");
    expect(recallPem(pem, "ES256")).toBeNull();
  });

  it("are forgotten where there are more than a service has", async () => {
    const { publicKey } = await generateKeyPair("ES256");
    for (let index = 0; index <= 16; index += 1) rememberPem(`pem ${index}`, "ES256", publicKey);
    expect(recallPem("pem 0", "ES256")).toBeNull();
    expect(recallPem("pem 1", "ES256")).toBe(publicKey);
    expect(recallPem("pem 16", "ES256")).toBe(publicKey);
  });
});
