// Verifying: signature, times, parties and, where there is one, the claim set.
import { batchOf } from "./batch.js";
import { goal } from "./goals.js";
import { median, paired, pairedRatio } from "./measure.js";
import { CLAIMSMITH, CLAIMSMITH_CACHE } from "./opponents/claimsmith-verify.js";
import { FAST_JWT } from "./opponents/fast-jwt-verify.js";
import { NODE_CRYPTO } from "./opponents/node-crypto-verify.js";
import { createVerifiers } from "./opponents/verifiers.js";
import { proveVerifier } from "./prove-verifier.js";
import { ALGORITHMS, createKey } from "./sample/keys.js";
import { createBadTokens, createToken } from "./sample/tokens.js";
import { figure, ratio } from "./table.js";

const TOGETHER = 64;

/** Limits as multiples of fast-jwt and of node:crypto, one token after another and many together. */
const LIMITS = {
  HS256: { fastJwt: 0.95, together: 1.0 },
  ES256: { fastJwt: 1.02, nodeCrypto: 1.2, together: 0.8 },
  EdDSA: { fastJwt: 1.02, nodeCrypto: 1.2, together: 0.8 },
  RS256: { fastJwt: 1.0, nodeCrypto: 1.35, together: 1.05 },
};
const CACHE_LIMIT_MICROSECONDS = 5;

/** Measures the section "verify". */
export async function verify({ sample, quick }) {
  const results = [];
  for (const { alg, token } of ALGORITHMS) results.push(await measureAlgorithm({ alg, token, sample, quick }));
  return {
    title: "Verify",
    text: [
      "Microseconds for one token of 14 claims, and in brackets the multiple of fast-jwt without its cache. node:crypto is the",
      "signature alone, with nothing read of what it signs. claimsmith and `jose + zod` validate the claim set, the others do not.",
      "All check the algorithm, the times, the issuer and the audience, and but for jsonwebtoken the header `typ`. Keys are",
      `imported once, ${TOGETHER} different tokens take turns, and a cache has seen each of them.`,
    ],
    tables: [
      { title: "One after another (µs)", ...table(results, "alone") },
      { title: `${TOGETHER} at a time (µs for each token)`, ...table(results, "together") },
    ],
    goals: results.flatMap(goalsOf),
  };
}

async function measureAlgorithm({ alg, token, sample, quick }) {
  const { signing, verifying } = createKey(alg);
  const contestants = await createVerifiers({ alg, token, key: verifying, sample });
  const tokens = Array.from({ length: TOGETHER }, () => createToken(alg, signing));
  const bad = createBadTokens(alg, signing);
  for (const contestant of contestants) await proveVerifier(contestant, tokens, bad);

  const [rounds, milliseconds] = quick ? [9, 5] : [101, 8];
  const alone = {};
  const together = {};
  for (const contestant of contestants) {
    const { name } = contestant;
    if (!contestant.together) {
      alone[name] = await batchOf(milliseconds, (index) => contestant.verify(tokens[index % TOGETHER]));
    }
    if (!contestant.alone && !contestant.cached) {
      const perBatch = await batchOf(milliseconds, () => verifyTogether(contestant.verify, tokens));
      together[name] = async () => (await perBatch()) / TOGETHER;
    }
  }
  return { alg, alone: await paired(rounds, alone), together: await paired(rounds, together) };
}

/** Begins all at once, and ends with the last; where nothing is a promise, all have ended already. */
function verifyTogether(verifyToken, tokens) {
  const results = tokens.map(verifyToken);
  return results[0] instanceof Promise ? Promise.all(results) : results;
}

function table(results, mode) {
  const names = new Set(results.flatMap((result) => [...result[mode].keys()]));
  const cell = (samples, name) =>
    samples.has(name) ? `${figure(median(samples.get(name)))} (${ratio(pairedRatio(samples, name, FAST_JWT))})` : "–";
  return {
    columns: ["", ...results.map(({ alg }) => alg)],
    rows: [...names].map((name) => [name, ...results.map((result) => cell(result[mode], name))]),
  };
}

function goalsOf({ alg, alone, together }) {
  const { fastJwt, nodeCrypto, together: joint } = LIMITS[alg];
  const goals = [goal(`verify ${alg}, × fast-jwt`, pairedRatio(alone, CLAIMSMITH, FAST_JWT), fastJwt, ratio)];
  if (nodeCrypto !== undefined) {
    goals.push(goal(`verify ${alg}, × node:crypto`, pairedRatio(alone, CLAIMSMITH, NODE_CRYPTO), nodeCrypto, ratio));
  }
  const text = `verify ${alg}, ${TOGETHER} at a time, × fast-jwt`;
  goals.push(goal(text, pairedRatio(together, CLAIMSMITH, FAST_JWT), joint, ratio));
  if (alone.has(CLAIMSMITH_CACHE)) {
    const hit = median(alone.get(CLAIMSMITH_CACHE));
    goals.push(
      goal(`verify ${alg}, a hit in the cache`, hit, CACHE_LIMIT_MICROSECONDS, (value) => figure(value, "µs")),
    );
  }
  return goals;
}
