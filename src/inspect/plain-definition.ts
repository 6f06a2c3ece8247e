import { ALGORITHMS } from "../config/config.js";
import { REGISTERED_CLAIMS } from "../model/standard-claims.js";
import { KEY_FAMILIES } from "../runtime/algorithms/key-families.js";
import { ALL_RULES } from "../runtime/claims/all-rules.js";
import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";

/**
 * What can be said of a token of no known kind: RFC 7519 alone, with any algorithm but `none`, any `typ`, and no limits.
 *
 * @param header - as it came; its own `alg` and `typ` are taken for right
 * @param open - the validator of what RFC 7519 says of its claims, `registeredClaimsSchema`
 */
export function plainDefinition(
  header: Readonly<Record<string, unknown>> | null,
  open: ClaimsValidator,
): ConsumerDefinition {
  const alg = header !== null && Object.hasOwn(header, "alg") ? header["alg"] : undefined;
  const typ = header !== null && Object.hasOwn(header, "typ") ? header["typ"] : undefined;
  const isSigned = typeof alg === "string" && !/^none$/i.test(alg) && !isMiscased(alg);
  return {
    policy: {
      token: "",
      algorithms: isSigned ? [alg] : ALGORITHMS,
      type: "JWT",
      lifetime: Number.POSITIVE_INFINITY,
      clockTolerance: 0,
      unknownClaims: "ignore",
      maxTokenBytes: Number.POSITIVE_INFINITY,
      digest: "",
    },
    acceptedTypes: typeof typ === "string" ? [null, typ] : [null],
    families: KEY_FAMILIES,
    claimNames: { names: [...REGISTERED_CLAIMS.keys()], namespaces: [], aliases: {}, rules: ALL_RULES },
    open,
    closed: null,
    strip: null,
  };
}

/** Written in another case, it is the name of no algorithm (RFC 7518 section 3.1: names are case-sensitive). */
function isMiscased(alg: string): boolean {
  return ALGORITHMS.some((name) => name !== alg && name.toLowerCase() === alg.toLowerCase());
}
