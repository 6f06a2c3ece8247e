import { outcomeOf } from "./outcome.js";

/** Keys that are fetched, by jose's resolver, from the runner's server on loopback (launch/jwks-server.js). */
export function remoteCases({
  claims: { verifyAnyToken, createAnyTokenVerifier },
  createRemoteJWKSet,
  fixture,
  origin,
}) {
  const { token, withKeyId, withUnknownKeyId } = fixture.algorithms.find(({ alg }) => alg === "ES256");
  const { now } = fixture;
  const remote = (path) => createRemoteJWKSet(new URL(path, origin));
  const verify = (token, path) => () => outcomeOf(() => verifyAnyToken(token, { key: remote(path), now }));
  const cases = [
    ["a key by its id", verify(withKeyId, "/jwks.json"), "accepted"],
    ["a key of which there is one", verify(token, "/jwks.json"), "accepted"],
    ["an unknown key id", verify(withUnknownKeyId, "/jwks.json"), "key_not_found"],
    ["a server with a fault", verify(withKeyId, "/fault"), "jwks_unavailable"],
    ["a page that is not there", verify(withKeyId, "/nothing"), "jwks_unavailable"],
    ["what is no JSON", verify(withKeyId, "/rubbish"), "jwks_unavailable"],
    ["what is no key set", verify(withKeyId, "/list"), "jwks_unavailable"],
    ["a connection that is cut", verify(withKeyId, "/cut"), "jwks_unavailable"],
    ["a verifier with one set for many tokens", several, "accepted accepted key_not_found"],
  ];
  return cases.map(([name, run, want]) => ({ name: `remote keys: ${name}`, run, want }));

  async function several() {
    const verify = createAnyTokenVerifier({ key: remote("/jwks.json"), cache: { entries: 4 } });
    const outcomes = [];
    for (const one of [withKeyId, withKeyId, withUnknownKeyId])
      outcomes.push(await outcomeOf(() => verify(one, { now })));
    return outcomes.join(" ");
  }
}
