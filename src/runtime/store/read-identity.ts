import { quoteName } from "../errors/quote-name.js";
import { refuse } from "../errors/refuse.js";

/** By what a token or a subject is known again. */
export interface Identity {
  readonly issuer: string | null;
  readonly id: string;
  /** Seconds since 1970; not a number for a subject. */
  readonly exp: number;
}

/**
 * Reads by what a token (`jti`) or a subject (`sub`) is known again. What is left out by mistake would mark something that
 * nobody ever looks for, so it is refused.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readIdentity(claims: unknown, name: "jti" | "sub"): Identity {
  const id = readOwn(claims, name);
  if (typeof id !== "string") {
    throw refuse("invalid_option", `Without claim ${quoteName(name)} nothing tells it from others.`);
  }
  const issuer = readOwn(claims, "iss");
  if (typeof issuer !== "string" && issuer !== null) {
    throw refuse("invalid_option", 'Claim "iss" is needed: null where the tokens have none.');
  }
  const exp = name === "jti" ? readOwn(claims, "exp") : Number.NaN;
  if (typeof exp === "number" && (name === "sub" || Number.isFinite(exp))) return { issuer, id, exp };
  throw refuse("invalid_option", 'Claim "exp" is needed: it says how long to remember.');
}

function readOwn(claims: unknown, name: string): unknown {
  return typeof claims === "object" && claims !== null && Object.hasOwn(claims, name)
    ? Reflect.get(claims, name)
    : undefined;
}
