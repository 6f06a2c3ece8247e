import { outcomeOf } from "./outcome.js";

/** What a store is asked and answers, at once or later, and the store in memory. */
export function storeCases({ claims: { createMemoryStore, verifyAccessToken, createAccessTokenVerifier }, fixture }) {
  const { now } = fixture;
  const key = fixture.keys["P-256"].own.public;
  const { token } = fixture.tokens.find(({ kind, name }) => kind === "accessToken" && name === "good");
  const answering = (isRevoked) => () => outcomeOf(() => verifyAccessToken(token, { key, now, store: { isRevoked } }));
  const cases = [
    ["a no", answering(() => false), "accepted"],
    ["a no that comes later", answering(async () => false), "accepted"],
    ["a yes", answering(() => true), "token_revoked"],
    ["a yes that comes later", answering(async () => true), "token_revoked"],
    ["no answer", answering(() => undefined), "revocation_unavailable"],
    ["an answer that never comes", answering(() => new Promise(() => {})), "revocation_unavailable"],
    ["a fault", answering(() => Promise.reject(new TypeError("down"))), "revocation_unavailable"],
    ["a token that a verifier knows", known, "accepted token_revoked"],
    ["a token that is used twice", twice, "accepted token_revoked"],
    ["many uses at a time", race, "1 of 16"],
  ];
  return cases.map(([name, run, want]) => ({ name: `stores: ${name}`, run, want }));

  /** The claims of a token that is good at present. */
  function single() {
    return { iss: null, sub: "u1", jti: "a", exp: Date.now() / 1000 + 600 };
  }

  async function known() {
    const answers = [false, true];
    const store = { isRevoked: () => answers.shift() };
    const verify = createAccessTokenVerifier({ key, store, cache: { entries: 4 } });
    return [await outcomeOf(() => verify(token, { now })), await outcomeOf(() => verify(token, { now }))].join(" ");
  }

  async function twice() {
    const { useOnce } = createMemoryStore();
    return [await outcomeOf(() => useOnce(single())), await outcomeOf(() => useOnce(single()))].join(" ");
  }

  async function race() {
    const { useOnce } = createMemoryStore();
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => outcomeOf(() => useOnce(single()))));
    return `${outcomes.filter((outcome) => outcome === "accepted").length} of 16`;
  }
}
