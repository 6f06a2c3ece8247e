import type { TokenHeader } from "../keys/key-forms.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import { readOwn, toList } from "../policy/parties.js";
import { readObject } from "../token/decode.js";
import { checkClaims } from "./check-claims.js";
import { openToken } from "./open-token.js";
import { readVerifyOptions, type VerifyOptions } from "./verify-options.js";

/** What a verified token says. */
export interface VerifiedToken<Claims> {
  readonly claims: Claims;
  readonly header: TokenHeader;
}

/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set; last, a store is asked. `More` is what the policy adds to the result: see {@link OfIssuer}.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export async function verifyToken<Claims, More = unknown>(
  definition: ConsumerDefinition,
  token: unknown,
  options: VerifyOptions,
): Promise<VerifiedToken<Claims> & More> {
  const checked = readVerifyOptions(options);
  const opened = openToken(definition, token, checked.key);
  const { header, payload } = opened instanceof Promise ? await opened : opened;
  const claims = readObject(payload, "payload");
  const checkStore = checked.prepareCheck?.(claims);
  const verified = describeVerified<Claims, More>(definition, checkClaims(definition, claims, checked), header);
  if (checkStore !== undefined) await checkStore();
  return verified;
}

/** What verify returns of claims that have been checked: with what the issuer's placeholders stand for, if it has any. */
export function describeVerified<Claims, More>(
  { policy, matchIssuer }: ConsumerDefinition,
  claims: Claims,
  header: TokenHeader,
): VerifiedToken<Claims> & More {
  // Claims are an object, and `iss` has been checked against the same list.
  const match = matchIssuer?.(toList(policy.issuer) ?? [], readOwn(claims as Record<string, unknown>, "iss"));
  const verified = match ? { claims, header, issuerParameters: match.parameters } : { claims, header };
  // The generator writes for `More` what it wrote the policy for.
  return verified as VerifiedToken<Claims> & More;
}
