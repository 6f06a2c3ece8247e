import { ALL_CHECKS } from "./opponents/checks.js";

/**
 * Ends the run where a contestant refuses a valid token, or accepts one that a check of its own should refuse.
 *
 * @param bad - tokens by the check that has to refuse them; each is asked twice, for caches
 */
export async function proveVerifier({ name, verify, checks }, tokens, bad) {
  for (const token of tokens) {
    const { accepted, error } = await ask(verify, token);
    if (!accepted) throw new TypeError(`${name} refuses a valid token: ${error?.message}`, { cause: error });
  }
  for (const check of ALL_CHECKS.filter((name) => checks.includes(name))) {
    for (let time = 0; time < 2; time += 1) {
      const { accepted } = await ask(verify, bad[check]);
      if (accepted) throw new TypeError(`${name} accepts a token that its check of the ${check} should refuse.`);
    }
  }
}

async function ask(verify, token) {
  try {
    // An empty answer is no acceptance.
    return { accepted: Boolean(await verify(token)) };
  } catch (error) {
    return { accepted: false, error };
  }
}
