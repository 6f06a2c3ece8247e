import { refuse } from "../errors/refuse.js";
import { refuseForm } from "../errors/refuse-form.js";
import { isScopeToken } from "./challenge.js";
import { refuseGrant } from "./refuse-request.js";

/** A claim that says what its token grants, and how it says so. */
export interface Grant {
  /** Its name on the wire. */
  readonly claim: string;
  /** `words`: a scope, one text of words (RFC 8693 section 4.2) or a list of them; `list`: a list; `one`: a single value. */
  readonly form: "words" | "list" | "one";
}

/**
 * Whether claims grant what is wanted: each of the wanted words or items; of a claim that has a single value, one of them.
 *
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export function holdsGrants(grant: Grant, claims: object, wanted: readonly unknown[]): boolean {
  checkWanted(grant, wanted);
  const held = readHeld(grant, claims);
  return grant.form === "one" ? wanted.some((one) => held.includes(one)) : wanted.every((one) => held.includes(one));
}

/**
 * Lets claims pass that grant what is wanted, as {@link holdsGrants} says.
 *
 * @param realm - for the challenge; null for none
 * @throws {AuthenticationError} `insufficient_scope`, with status 403
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export function requireGrants(
  grant: Grant,
  claims: object,
  wanted: readonly unknown[],
  realm: string | null = null,
): void {
  if (holdsGrants(grant, claims, wanted)) return;
  const { message } = refuseForm("insufficient_scope");
  throw refuseGrant(realm, message, grant.form === "words" ? wanted.filter(isScopeToken) : []);
}

/**
 * Checks what is wanted. A list that is empty by mistake would let everything pass.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function checkWanted(grant: Grant, wanted: readonly unknown[]): void {
  const isWord = grant.form === "words" ? isScopeToken : isText;
  if (wanted.length > 0 && wanted.every(isWord)) return;
  const rule = grant.form === "words" ? "one scope each, without spaces" : "texts that are not empty";
  throw refuse("invalid_option", `What is demanded of the token must be ${rule}, and at least one.`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function readHeld({ claim, form }: Grant, claims: object): readonly unknown[] {
  const value: unknown = Object.hasOwn(claims, claim) ? Reflect.get(claims, claim) : undefined;
  if (Array.isArray(value)) return form === "one" ? [] : value;
  if (typeof value !== "string") return [];
  return form === "words" ? value.split(" ") : [value];
}
