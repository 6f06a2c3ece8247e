import { issuerParameters } from "../model/issuer-parameters.js";
import type { Token } from "../model/model.js";
import type { TokenPair } from "./token-pair.js";

/** Whether code that reads what a placeholder of the issuer stands for no longer compiles. */
export function losesIssuerParameter({ base, revision }: Pick<TokenPair, "base" | "revision">): boolean {
  if (!isVerified(base) || !isVerified(revision)) return false;
  const now = new Map(issuerParameters(revision.policy).map((one) => [one.name, one]));
  return issuerParameters(base.policy).some(({ name, isAlways }) => {
    const one = now.get(name);
    return one === undefined || (isAlways && !one.isAlways);
  });
}

function isVerified({ helpers }: Token): boolean {
  return helpers.includes("verify");
}
