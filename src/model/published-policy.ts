import type { Policy } from "./model.js";

/** A token's policy as those who import the package see it (`TokenPolicy` of the runtime). Durations are seconds. */
export function publishedPolicy(token: string, policy: Policy) {
  const { issuer, audience, algorithms, type, unknownClaims, maxTokenBytes, digest } = policy;
  return {
    token,
    ...(issuer === null ? {} : { issuer }),
    ...(audience === null ? {} : { audience }),
    algorithms,
    type,
    lifetime: policy.lifetimeSeconds,
    clockTolerance: policy.clockToleranceSeconds,
    unknownClaims,
    maxTokenBytes,
    digest,
  };
}
