import { keyForms } from "./key-forms.js";
import { outcomeOf } from "./outcome.js";

/** The cases of one algorithm: issue and verify with every form of key, tokens of another issuer, spoilt signatures. */
export function algorithmCases({ claims: { issueAnyToken, verifyAnyToken }, fixture, nodeCrypto }) {
  return fixture.algorithms.flatMap(({ alg, family, ...tokens }) => {
    const { own, other } = fixture.keys[family];
    const publicKey = own.public ?? own.private;
    const verify = (token, key) => outcomeOf(() => verifyAnyToken(token, { key, now: fixture.now }));
    const cases = [
      ["a token that Node has signed", () => verify(tokens.token, publicKey), "accepted"],
      ["a token of somebody else", () => verify(tokens.bySomebodyElse, publicKey), "invalid_signature"],
      ["another key", () => verify(tokens.token, other.public ?? other.private), "invalid_signature"],
      ["its key by its id", () => verify(tokens.withKeyId, setOf(other, own)), "accepted"],
      ["an unknown key id", () => verify(tokens.withUnknownKeyId, setOf(other, own)), "key_not_found"],
      ...tokens.spoilt.map(([name, token]) => [name, () => verify(token, publicKey), "invalid_signature"]),
      ...Object.entries(keyForms(alg, own, nodeCrypto)).map(([form, { sign, verify }]) => [
        `issued and verified by ${form}`,
        () => roundTrip(alg, sign, verify),
        `u1 ${alg} JWT`,
      ]),
    ];
    return cases.map(([name, run, want]) => ({ name: `${alg}: ${name}`, run, want }));
  });

  async function roundTrip(algorithm, sign, verify) {
    const token = await issueAnyToken({ sub: "u1" }, { key: await sign(), algorithm, now: fixture.now });
    const { claims, header } = await verifyAnyToken(token, { key: await verify(), now: fixture.now });
    return `${claims.sub} ${header.alg} ${header.typ}`;
  }
}

function setOf(other, own) {
  return {
    keys: [
      { ...(other.public ?? other.private), kid: "other" },
      { ...(own.public ?? own.private), kid: "own" },
    ],
  };
}
