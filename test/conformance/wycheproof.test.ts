import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ALGORITHMS,
  type GeneratedPackage,
  installAlgorithms,
  isSignatureAccepted,
  type Outcome,
  outcomeOf,
  tokenOf,
} from "../support/generated-package.js";

const data = process.env["CLAIMSMITH_TEST_DATA"] ?? path.resolve(import.meta.dirname, "../../../shared");
const folder = path.join(data, "vectors/wycheproof");

type Jwk = Readonly<Record<string, unknown>>;

interface Group {
  readonly private: Jwk;
  readonly public?: Jwk;
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly jws?: unknown;
    readonly jwe?: unknown;
    readonly result: "valid" | "invalid";
  }[];
}

interface Vector {
  readonly id: number;
  readonly comment: string;
  readonly token: unknown;
  readonly key: Jwk;
  readonly isValid: boolean;
  readonly isEncrypted: boolean;
}

const STATED_ALGORITHM =
  "The key states another algorithm than the token; a key is used for what it states (RFC 7517 section 4.4).";
const SAME_AS_VALID = "The vector contradicts itself: its token is the one of vector 357, which is valid.";
const NOT_BASE64URL = "The vector contradicts RFC 7515 section 2: a character outside the alphabet was put in.";
const ROCA = "A key of the weak generator ROCA cannot be told by its form; whoever publishes it has to be trusted.";
const MIXED_SET =
  "A secret beside a public key is allowed: the policy's algorithm decides which of them is a candidate.";

/** Verdicts that differ, by id, each with its reason. The lists may only shrink. */
const DIFFERENCES: Readonly<
  Record<string, { readonly equal: number; readonly known: Readonly<Record<number, string>> }>
> = {
  json_web_signature_test: {
    equal: 393,
    known: {
      346: STATED_ALGORITHM,
      347: STATED_ALGORITHM,
      350: STATED_ALGORITHM,
      351: STATED_ALGORITHM,
      367: SAME_AS_VALID,
      370: SAME_AS_VALID,
      372: NOT_BASE64URL,
      373: NOT_BASE64URL,
    },
  },
  json_web_key_test: {
    equal: 23,
    known: { 1: MIXED_SET, 4: "Two keys of one `kid` are both tried, as while keys are rotated.", 7: ROCA },
  },
  json_web_crypto_test: { equal: 47, known: { 46: ROCA, 47: MIXED_SET } },
};

function readVectors(file: string): readonly Vector[] {
  // The project's own format.
  const { testGroups } = JSON.parse(readFileSync(path.join(folder, `${file}.json`), "utf8")) as {
    readonly testGroups: readonly Group[];
  };
  return testGroups.flatMap((group) =>
    group.tests.map((test) => ({
      id: test.tcId,
      comment: test.comment,
      token: test.jws ?? test.jwe,
      key: readKey(group.public ?? group.private),
      isValid: test.result === "valid",
      isEncrypted: test.jwe !== undefined,
    })),
  );
}

/** A list of keys without a name around it is a JWK Set. */
function readKey(key: Jwk): Jwk {
  return Array.isArray(key) ? { keys: key } : key;
}

describe.skipIf(!existsSync(folder))(
  "verify and the vectors of Wycheproof (not run: no test data, where skipped)",
  () => {
    let generated: GeneratedPackage;

    beforeAll(async () => {
      generated = await installAlgorithms();
    });
    afterAll(() => generated?.remove());

    /** The kinds of token that a vector is offered to: one that allows every algorithm, and the ones of the key's algorithms. */
    function kindsOf({ key }: Vector): readonly string[] {
      const keys: readonly Jwk[] = Array.isArray(key["keys"]) ? key["keys"] : [key];
      const stated = ALGORITHMS.filter((alg) => keys.some((one) => one["alg"] === alg));
      return ["any", ...stated.map(tokenOf)];
    }

    async function outcomesOf(vector: Vector): Promise<readonly Outcome[]> {
      return Promise.all(
        kindsOf(vector).map((kind) => outcomeOf(() => generated.verify(kind)(vector.token, { key: vector.key }))),
      );
    }

    it.each(Object.entries(DIFFERENCES))(
      "give the verdicts of %s but for the known differences",
      async (file, want) => {
        const differences: number[] = [];
        let equal = 0;
        for (const vector of readVectors(file).filter(({ isEncrypted }) => !isEncrypted)) {
          const outcomes = await outcomesOf(vector);
          if (outcomes.every((outcome) => isSignatureAccepted(outcome) === vector.isValid)) equal++;
          else differences.push(vector.id);
        }
        const known = Object.keys(want.known).map(Number);
        console.log(`${file}: ${equal} verdicts agree, ${differences.length} differ with a reason`);
        expect(differences).toEqual(known);
        expect(equal).toBe(want.equal);
      },
    );

    it("accept the signatures of those keys once they state no other algorithm", async () => {
      const known = DIFFERENCES["json_web_signature_test"]?.known ?? {};
      const vectors = readVectors("json_web_signature_test").filter(({ id }) => known[id] === STATED_ALGORITHM);
      expect(vectors).toHaveLength(4);
      for (const { token, key } of vectors) {
        const { alg: _, ...silent } = key;
        const outcome = await outcomeOf(() => generated.verify("any")(token, { key: silent }));
        expect(isSignatureAccepted(outcome)).toBe(true);
        expect((await outcomeOf(() => generated.verify("any")(token, { key }))).code).toBe("invalid_key");
      }
    });

    it("say of a token that contradicts itself that it is the valid one", () => {
      const tokens = new Map(readVectors("json_web_signature_test").map(({ id, token }) => [id, token]));
      expect(tokens.get(357)).toBeTypeOf("string");
      expect([tokens.get(367), tokens.get(370)]).toEqual([tokens.get(357), tokens.get(357)]);
    });

    // Left out above: these are encrypted tokens, which the package does not read. It says so, or that it is no token at all.
    it("refuse every encrypted token by its form", async () => {
      const codes = new Map<string, number>();
      for (const vector of readVectors("json_web_crypto_test").filter(({ isEncrypted }) => isEncrypted)) {
        const { code } = await outcomeOf(() => generated.verify("any")(vector.token, { key: vector.key }));
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (vector.isValid) expect(code).toBe("encrypted_token");
      }
      expect([...codes].sort()).toEqual([
        ["encrypted_token", 23],
        ["malformed_token", 11],
      ]);
    });

    it.each([
      ["an RSA key of 1024 bits", 8, "invalid_key"],
      ["the exponent 1", 9, "invalid_key"],
      ["a secret of 31 bytes", 10, "invalid_key"],
      ["a secret of 47 bytes", 11, "invalid_key"],
      ["a secret of 63 bytes", 12, "invalid_key"],
      ["an empty secret", 16, "invalid_key"],
      ["a key that is for encrypting", 21, "key_not_found"],
      ["a point that is not on the curve", 22, "key_not_found"],
      ["a key of another curve", 23, "key_not_found"],
      ["a key of another type", 24, "key_not_found"],
      ["a secret of another algorithm", 25, "key_not_found"],
    ])("refuse %s (key vector %i): %s", async (_name, id, want) => {
      const vector = readVectors("json_web_key_test").find((one) => one.id === id);
      const { code } = await outcomeOf(() => generated.verify("any")(vector?.token, { key: vector?.key }));
      expect(code).toBe(want);
    });
  },
);
