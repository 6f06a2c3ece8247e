import { checkClaims } from "./check-claims.js";
import { readObject } from "./decode.js";
import type { ConsumerDefinition } from "./definition.js";
import type { TokenHeader } from "./key-forms.js";
import { openToken } from "./open-token.js";
import { readVerifyOptions, type VerifyOptions } from "./verify-options.js";

/** What a verified token says. */
export interface VerifiedToken<Claims> {
  readonly claims: Claims;
  readonly header: TokenHeader;
}

/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export async function verifyToken<Claims>(
  definition: ConsumerDefinition,
  token: unknown,
  options: VerifyOptions,
): Promise<VerifiedToken<Claims>> {
  const checked = readVerifyOptions(options);
  const opened = openToken(definition, token, checked.key);
  const { header, payload } = opened instanceof Promise ? await opened : opened;
  return { claims: checkClaims(definition, readObject(payload, "payload"), checked), header };
}
