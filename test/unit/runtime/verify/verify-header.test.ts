import { describe, expect, it } from "vitest";
import { refusedBy } from "../../../../src/inspect/refused-by.js";
import {
  checkAlgorithm,
  checkExtensions,
  checkKeyId,
  checkType,
} from "../../../../src/runtime/verify/verify-header.js";

type Header = Readonly<Record<string, unknown>>;

/** A header whose members it only inherits: none of them is its own. */
const inherited = (members: Header): Header => Object.create(members) as Header;

describe("the checks of a header", () => {
  it.each<[string, () => void, string | null]>([
    ["an allowed algorithm", () => checkAlgorithm({ alg: "ES256" }, ["ES256"]), null],
    ["another algorithm", () => checkAlgorithm({ alg: "none" }, ["ES256"]), "algorithm_not_allowed"],
    ["no algorithm", () => checkAlgorithm({}, ["ES256"]), "algorithm_not_allowed"],
    ["an algorithm in a list", () => checkAlgorithm({ alg: ["ES256"] }, ["ES256"]), "algorithm_not_allowed"],
    ["an inherited algorithm", () => checkAlgorithm(inherited({ alg: "ES256" }), ["ES256"]), "algorithm_not_allowed"],
    ["no extension", () => checkExtensions({ alg: "ES256" }), null],
    ["crit", () => checkExtensions({ crit: [] }), "malformed_token"],
    ["b64", () => checkExtensions({ b64: true }), "malformed_token"],
    ["an inherited crit", () => checkExtensions(inherited({ crit: [] })), null],
    ["a typ in other letters", () => checkType({ typ: "application/AT+JWT" }, ["at+jwt"]), null],
    ["another typ", () => checkType({ typ: "JWT" }, ["at+jwt"]), "type_mismatch"],
    ["no typ where there may be none", () => checkType({}, [null, "JWT"]), null],
    ["no typ where there has to be one", () => checkType({}, ["JWT"]), "type_mismatch"],
    ["typ null", () => checkType({ typ: null }, [null]), "type_mismatch"],
    ["no kid", () => checkKeyId({}), null],
    ["a kid", () => checkKeyId({ kid: "" }), null],
    ["a kid that is no string", () => checkKeyId({ kid: null }), "malformed_token"],
  ])("say of %s what they should", (_, check, want) => {
    expect(refusedBy(check)?.code ?? null).toBe(want);
  });
});

describe("refusedBy", () => {
  it("throws on what is no refusal", () => {
    const fault = new TypeError("a fault");
    expect(() =>
      refusedBy(() => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});
