import { ClaimsError } from "../../src/runtime/errors/claims-error.js";
import type { ConsumerDefinition } from "../../src/runtime/policy/definition.js";
import type { BadTokenCase } from "../../src/runtime/testing/bad-token-cases.js";
import type { BadTokenSource } from "../../src/runtime/testing/bad-tokens.js";
import { verifyToken } from "../../src/runtime/verify/verify.js";

/** Verifies a bad token; null where it is refused as its case says, else how it was not. */
export async function tryBadToken(
  one: BadTokenCase,
  source: BadTokenSource,
  consumer: ConsumerDefinition,
): Promise<string | null> {
  const { issuer } = source;
  const token = await one.make(source);
  try {
    await verifyToken(consumer, token, { key: issuer.key, now: issuer.clock.now() });
    return `${one.name} was accepted`;
  } catch (error) {
    if (!(error instanceof ClaimsError)) throw error;
    const { code, issues = [] } = error;
    if (code !== one.codes[0]) return `${one.name} got ${code}`;
    if (one.issue === null) return null;
    const { code: wanted, claim } = one.issue;
    const isTold = issues.some((issue) => issue.code === wanted && [issue.expected ?? issue.claim, ""].includes(claim));
    return isTold || (claim === "" && issues.some((issue) => issue.code === wanted))
      ? null
      : `${one.name} got the issues ${JSON.stringify(issues)}`;
  }
}
