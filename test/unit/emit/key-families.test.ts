import { describe, expect, it } from "vitest";
import { ALGORITHMS } from "../../../src/config/config.js";
import { keyFamilies } from "../../../src/emit/key-families.js";
import { describeAlgorithm, describeAmong } from "../../../src/runtime/algorithms/describe-algorithm.js";
import { ecdsa } from "../../../src/runtime/algorithms/ecdsa.js";
import { eddsa } from "../../../src/runtime/algorithms/eddsa.js";
import { hmac } from "../../../src/runtime/algorithms/hmac.js";
import { rsa } from "../../../src/runtime/algorithms/rsa.js";

const FAMILIES = new Map(Object.entries({ ecdsa, eddsa, hmac, rsa }));

describe("keyFamilies", () => {
  it.each(ALGORITHMS)("names the one family that describes %s", (alg) => {
    const describing = [...FAMILIES].filter(([, family]) => family(alg) !== null).map(([name]) => name);
    expect(describing).toHaveLength(1);
    expect(keyFamilies([alg])).toEqual(describing);
    expect(describeAlgorithm(alg)?.alg).toBe(alg);
  });

  it("names each family once, in one order", () => {
    expect(keyFamilies(["RS256", "PS512", "EdDSA", "ES256", "ES384"])).toEqual(["ecdsa", "eddsa", "rsa"]);
    expect(keyFamilies([])).toEqual([]);
  });
});

describe("the families", () => {
  it.each([
    "",
    "none",
    "hs256",
    "HS25",
    "HS2566",
    "RS1",
    "ES256K",
    "ES257",
    "Ed448",
    "constructor",
    "__proto__",
    "HS256\n",
  ])("do not know %j", (alg) => {
    expect(describeAlgorithm(alg)).toBeNull();
  });

  it("are asked alone where they are named", () => {
    expect(describeAmong("PS384", [ecdsa, eddsa])).toBeNull();
    expect(describeAmong("ES384", [ecdsa, eddsa])).toMatchObject({ kty: "EC", crv: "P-384", signatureBytes: 96 });
  });
});
