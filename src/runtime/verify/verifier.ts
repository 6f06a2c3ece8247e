import { engine } from "../engine/platform-engine.js";
import { chooseKey } from "../keys/issuer-keys.js";
import type { TokenHeader } from "../keys/key-forms.js";
import { findVerifyKeys } from "../keys/verify-keys.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import { checkAudience, checkIssuer } from "../policy/parties.js";
import { readTime } from "../policy/times.js";
import { cutToken, readHeader, readObject } from "../token/decode.js";
import { checkClaims } from "./check-claims.js";
import { createKnownTokens, type KnownToken } from "./known-tokens.js";
import { openToken } from "./open-token.js";
import { type CheckedVerifierOptions, readVerifierOptions, type VerifierOptions } from "./verifier-options.js";
import { describeVerified, type VerifiedToken } from "./verify.js";
import { checkHeader } from "./verify-header.js";
import { type CheckedDemands, readCallOptions, type VerifyDemands } from "./verify-options.js";

/** Verifies tokens with the key and the demands that it was made with; a call can demand more, never less. */
export type Verifier<Claims, More = unknown> = (
  token: string,
  options?: VerifyDemands,
) => Promise<VerifiedToken<Claims> & More>;

/**
 * Makes a verifier for one key or key set. With `cache`, a token that was verified before costs no second signature: all
 * else is checked as the first time, and the key that verified it must be one of the caller's keys still.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function createVerifier<Claims, More = unknown>(
  definition: ConsumerDefinition,
  options: VerifierOptions,
): Verifier<Claims, More> {
  const own = readVerifierOptions(options);
  const tokens = own.entries === 0 ? null : createKnownTokens(own.entries);
  return async (token, callOptions) => {
    const call = readCallOptions(callOptions);
    if (tokens === null) return (await verifyAnew<Claims, More>(definition, token, own, call)).verified;
    const text = cutToken(token, definition.policy.maxTokenBytes);
    const digest = engine.hash(token);
    const hash = typeof digest === "string" ? digest : await digest;
    const known = tokens.recall(hash, call.now);
    if (known !== undefined) {
      const header = checkHeader(readHeader(text.encodedHeader), definition);
      const found = findVerifyKeys(chooseKey(own.key, known.payload, definition), text, header, definition.families);
      const keys = found instanceof Promise ? await found : found;
      if (keys.includes(known.key)) {
        // The text was an object without doubled members when it was read first.
        const claims: Record<string, unknown> = JSON.parse(known.payload);
        return checkAll<Claims, More>(definition, claims, header, own, call);
      }
      // The key was withdrawn, or only read anew: the signature says which.
      tokens.forget(hash);
    }
    const { verified, payload, key, exp } = await verifyAnew<Claims, More>(definition, token, own, call);
    tokens.remember(hash, { payload, key, exp }, call.now);
    return verified;
  };
}

/** Verifies a token that is not known; says what to remember of it. */
async function verifyAnew<Claims, More>(
  definition: ConsumerDefinition,
  token: string,
  own: CheckedVerifierOptions,
  call: CheckedDemands,
): Promise<KnownToken & { readonly verified: VerifiedToken<Claims> & More }> {
  const opened = openToken(definition, token, own.key);
  const { header, payload, key } = opened instanceof Promise ? await opened : opened;
  const claims = readObject(payload, "payload");
  const checked = checkAll<Claims, More>(definition, claims, header, own, call);
  const verified = checked instanceof Promise ? await checked : checked;
  // Both have been checked: there is a text, and an `exp` in it.
  return { verified, payload: payload ?? "", key, exp: readTime(claims, "exp") ?? 0 };
}

/** Checks the claims, then asks the store, if there is one. */
function checkAll<Claims, More>(
  definition: ConsumerDefinition,
  claims: Record<string, unknown>,
  header: TokenHeader,
  own: CheckedVerifierOptions,
  call: CheckedDemands,
): (VerifiedToken<Claims> & More) | Promise<VerifiedToken<Claims> & More> {
  const checkStore = own.prepareCheck?.(claims);
  const verified = describeVerified<Claims, More>(definition, checkDemands(definition, claims, own, call), header);
  return checkStore === undefined ? verified : checkStore().then(() => verified);
}

/** Checks the claims against what the verifier and what this call demands. */
function checkDemands<Claims>(
  definition: ConsumerDefinition,
  claims: Record<string, unknown>,
  own: CheckedVerifierOptions,
  { audience, issuer, clockToleranceSeconds, now }: CheckedDemands,
): Claims {
  const checked = checkClaims<Claims>(definition, claims, {
    audience,
    issuer,
    clockToleranceSeconds: clockToleranceSeconds ?? own.clockToleranceSeconds,
    now,
  });
  checkIssuer(claims, definition, own.issuer);
  checkAudience(claims, definition.policy, own.audience);
  return checked;
}
