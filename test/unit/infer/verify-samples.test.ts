import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Inference, inferTokens, schemaFile } from "../../../src/infer/infer-tokens.js";
import { readSamples } from "../../../src/infer/read-samples.js";
import { type GeneratedPackage, installPackage } from "../../support/generated-package.js";
import { VOCABULARY } from "../../support/infer.js";
import { PROVIDER_SAMPLES } from "../../support/provider-samples.js";

const NOW = 1_800_000_000;
const PARTIES = { iss: "https://auth.acme.example", aud: ["https://api.acme.example", "https://b.acme.example"] };
const rsa = await generateKeyPair("RS256");
const ec = await generateKeyPair("ES256");

/** Tokens as a team would have them, signed. */
const given = [
  ...PROVIDER_SAMPLES.flatMap(({ samples }) => samples),
  ...[1, 2, 3].flatMap((digit) => [
    { header: { alg: "ES256", typ: "JWT" }, payload: { ...PARTIES, iat: NOW, exp: NOW + 900 * digit, plan: "team" } },
    {
      header: { alg: "ES256", typ: "application/dpop+jwt" },
      payload: { exp: NOW + 60, big: "x".repeat(9000 * digit) },
    },
    {
      header: { alg: "ES256", typ: "at+jwt" },
      payload: {
        ...PARTIES,
        iat: NOW,
        exp: NOW + 899,
        sub: "u",
        client_id: "c",
        jti: "j",
        act: { sub: "x", extra: digit },
      },
    },
  ]),
];

let tokens: readonly string[];
let inference: Inference;
let generated: GeneratedPackage;

beforeAll(async () => {
  tokens = await Promise.all(
    given.map(({ header, payload }) =>
      // jose wants a string as algorithm, which each of the headers above has.
      new SignJWT(payload)
        .setProtectedHeader({ ...header, alg: String(header["alg"]) })
        .sign(header["alg"] === "ES256" ? ec.privateKey : rsa.privateKey),
    ),
  );
  inference = inferTokens(
    tokens.flatMap((text) => readSamples({ file: "tokens", text })),
    VOCABULARY,
  );
  const schemas = inference.tokens.map(({ key, schema }) => [schemaFile(key), schema]);
  // Without a folder for them: the package's test support writes files side by side.
  const flat = (name: string) => name.replace("schemas/", "");
  const config = JSON.parse(JSON.stringify(inference.config).replaceAll('"schemas/', '"'));
  generated = await installPackage(
    config,
    Object.fromEntries(schemas.map(([file, schema]) => [flat(String(file)), schema])),
  );
}, 60_000);
afterAll(() => generated?.remove());

describe("the package that is generated from a draft", () => {
  it("verifies each of the tokens that it was drafted from, by one kind of token", async () => {
    const accepted = await Promise.all(
      tokens.map(async (token, index) => {
        const claims = given[index]?.payload ?? {};
        const key = given[index]?.header["alg"] === "ES256" ? ec.publicKey : rsa.publicKey;
        const now = Number("iat" in claims ? claims.iat : NOW);
        const kinds = await Promise.all(
          inference.tokens.map(({ key: kind }) =>
            generated
              .verify(kind)(token, { key, now })
              .then(
                () => [kind],
                () => [],
              ),
          ),
        );
        return kinds.flat();
      }),
    );
    expect(accepted.filter((kinds) => kinds.length !== 1)).toEqual([]);
    expect(new Set(accepted.flat()).size).toBe(inference.tokens.length);
    expect(inference.tokens).toHaveLength(11);
  });

  it("refuses what none of them was", async () => {
    const stranger = await new SignJWT({
      ...PARTIES,
      iss: "https://evil.example",
      iat: NOW,
      exp: NOW + 60,
      plan: "team",
    })
      .setProtectedHeader({ alg: "ES256", typ: "JWT" })
      .sign(ec.privateKey);
    const kind = inference.tokens.find(({ schema }) => schema["title"] === "Token")?.key ?? "";
    await expect(generated.verify(kind)(stranger, { key: ec.publicKey, now: NOW })).rejects.toMatchObject({
      code: "issuer_mismatch",
    });
  });
});
