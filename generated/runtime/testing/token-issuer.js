import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
import { makeFakeKey } from "./fake-keys.js";
import { keySetHandler } from "./key-set-handler.js";
import { createTestClock } from "./test-clock.js";
/**
 * Makes an issuer with a key for each algorithm of some policies.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export async function createTokenIssuer(policies, options = {}) {
    const now = readOptions(options, ["now"]).get("now");
    // readNow() within says what is no time.
    const clock = createTestClock(now);
    const algorithms = [...new Set(policies.flatMap((policy) => policy.algorithms))];
    let generation = 0;
    let current = [];
    let keys = [];
    let jwks = { keys: [] };
    let secrets = { keys: [] };
    const publish = (published) => {
        keys = published;
        const isSecret = ({ publicJwk }) => publicJwk.kty === "oct";
        jwks = { keys: keys.filter((key) => !isSecret(key)).map(({ publicJwk }) => publicJwk) };
        secrets = { keys: keys.filter(isSecret).map(({ publicJwk }) => publicJwk) };
    };
    const rotate = async () => {
        generation += 1;
        current = await Promise.all(algorithms.map((alg) => makeFakeKey(alg, `fake-${alg.toLowerCase()}-${generation}`)));
        publish([...current, ...keys]);
    };
    await rotate();
    return {
        clock,
        get jwks() {
            return jwks;
        },
        get secrets() {
            return secrets;
        },
        key: () => ({ keys: [...jwks.keys, ...secrets.keys] }),
        handler: keySetHandler(() => jwks),
        signingKey(algorithm) {
            const key = current.find(({ alg }) => alg === algorithm);
            if (key === undefined)
                throw refuse("algorithm_not_allowed");
            return key.privateJwk;
        },
        rotate,
        retire: () => publish(current),
    };
}
