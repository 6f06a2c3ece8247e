import { algorithmCases } from "./algorithm-cases.js";
import { claimCases } from "./claim-cases.js";
import { keyCases } from "./key-cases.js";
import { remoteCases } from "./remote-cases.js";
import { requestCases } from "./request-cases.js";
import { storeCases } from "./store-cases.js";
import { tokenCases } from "./token-cases.js";
import { watchWebCrypto } from "./watch-web-crypto.js";

/**
 * Runs every case in the runtime that this is loaded into, one after another.
 *
 * @param context - `claims`: the generated package; `createRemoteJWKSet`: jose's; `fixture`: prepare/fixture.js; `origin`: the
 * runner's server; `nodeCrypto`: `node:crypto`, or null
 * @returns how many cases passed, the others with what was wanted and what was got, and which engine did the work
 */
export async function runSuite(context) {
  const asked = watchWebCrypto();
  const cases = [algorithmCases, tokenCases, keyCases, claimCases, requestCases, remoteCases, storeCases].flatMap(
    (make) => make(context),
  );
  const failures = [];
  for (const { name, run, want } of cases) {
    const got = await answerOf(run);
    if (got !== want) failures.push({ name, want, got });
  }
  return { passed: cases.length - failures.length, failures, engine: asked() ? "Web Crypto" : "node:crypto" };
}

async function answerOf(run) {
  try {
    return await run();
  } catch (error) {
    return `threw ${error?.name} ${error?.code ?? ""}: ${error?.message}`;
  }
}
