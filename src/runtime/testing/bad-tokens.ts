import type { JWK } from "jose";
import { refuse } from "../errors/refuse.js";
import { toList } from "../policy/parties.js";
import { signWithPublicKey } from "./confused-key.js";
import { claimsAt } from "./example-claims.js";
import { makeFakeKey } from "./fake-keys.js";
import { define } from "./overrides.js";
import { encodeText, signPayload } from "./sign-payload.js";
import type { TokenIssuer } from "./token-issuer.js";
import type { TokenKit } from "./token-kit.js";
import {
  type ClaimJudge,
  withInvalidClaim,
  withMisnamedClaim,
  withoutClaim,
  withUnknownClaim,
} from "./wrong-claims.js";

/** Of what a bad token is made: a good one of the kit's, by the issuer's keys and clock. */
export interface BadTokenSource {
  readonly kit: TokenKit;
  readonly issuer: TokenIssuer;
  /** A test's own claims in the good one. */
  readonly overrides: unknown;
}

type Claims = Readonly<Record<string, unknown>>;

const DAY = 86_400;

const HMACS = ["HS256", "HS384", "HS512"] as const;

/** Algorithms of which one is in no policy, as a rule. */
const OTHER_ALGORITHMS = [
  "ES256",
  "ES384",
  "ES512",
  "HS256",
  "HS384",
  "HS512",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512",
];

export async function malformed(source: BadTokenSource): Promise<string> {
  const token = await signed(source, claimsNow(source));
  return token.slice(0, token.lastIndexOf("."));
}

export async function encrypted(source: BadTokenSource): Promise<string> {
  const header = encodeText(JSON.stringify({ alg: "dir", enc: "A256GCM" }));
  const [, payload = ""] = (await signed(source, claimsNow(source))).split(".");
  return `${header}..${encodeText("not a nonce.")}.${payload}.${encodeText("not a real tag..")}`;
}

/** Good in all else: spaces around JSON say nothing. */
export function tooLarge(source: BadTokenSource): Promise<string> {
  const payload = JSON.stringify(claimsNow(source));
  return signText(source, payload + " ".repeat(source.kit.policy.maxTokenBytes));
}

export async function algNone(source: BadTokenSource): Promise<string> {
  const header = { alg: "none", typ: source.kit.policy.type };
  return `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claimsNow(source)))}.`;
}

/** By the public key as a secret, where the policy has public keys only (RFC 8725 section 2.1). */
export async function wrongAlgorithm(source: BadTokenSource): Promise<string> {
  const { kit, issuer } = source;
  const { algorithms, type } = kit.policy;
  const payload = JSON.stringify(claimsNow(source));
  const published = issuer.jwks.keys.find(({ alg }) => alg === algorithms[0]);
  const hmac = HMACS.find((alg) => !algorithms.includes(alg));
  if (published !== undefined && hmac !== undefined) return signWithPublicKey(hmac, published, type, payload);
  const other = OTHER_ALGORITHMS.find((alg) => !algorithms.includes(alg));
  if (other !== undefined) return signPayload({ alg: other, typ: type }, payload, await strangersKey(other));
  // All are allowed that there are.
  return `${encodeText(JSON.stringify({ alg: "HS1", typ: type }))}.${encodeText(payload)}.${encodeText("no key signed this")}`;
}

export function wrongType(source: BadTokenSource): Promise<string> {
  return signText(source, JSON.stringify(claimsNow(source)), { typ: "another-kind+jwt" });
}

export async function unknownKey(source: BadTokenSource): Promise<string> {
  return signText(
    source,
    JSON.stringify(claimsNow(source)),
    { kid: "unknown" },
    await strangersKey(algorithmOf(source)),
  );
}

export async function wrongKey(source: BadTokenSource): Promise<string> {
  return signText(source, JSON.stringify(claimsNow(source)), {}, await strangersKey(algorithmOf(source)));
}

/** Lives a second longer than was signed. */
export async function tampered(source: BadTokenSource): Promise<string> {
  const claims = claimsNow(source);
  const [header, , signature] = (await signed(source, claims)).split(".");
  const longer = withTimes(claims, { exp: timeOf(claims, "exp") + 1 });
  return `${header}.${encodeText(JSON.stringify(longer))}.${signature}`;
}

export function expired(source: BadTokenSource): Promise<string> {
  const exp = now(source) - DAY;
  return signed(source, withTimes(claimsNow(source), { iat: exp - source.kit.policy.lifetime, exp }, true));
}

export function notYetValid(source: BadTokenSource): Promise<string> {
  const nbf = now(source) + DAY;
  const times = { iat: nbf, nbf, exp: nbf + source.kit.policy.lifetime };
  return signed(source, withTimes(claimsNow(source), times));
}

export function livesTooLong(source: BadTokenSource): Promise<string> {
  const iat = now(source);
  return signed(source, withTimes(claimsNow(source), { iat, exp: iat + source.kit.policy.lifetime + DAY }, true));
}

export function wrongIssuer(source: BadTokenSource): Promise<string> {
  return signed(source, withMember(claimsNow(source), "iss", "https://issuer.invalid"));
}

/** In the form that the good one has: a text or a list. */
export function wrongAudience(source: BadTokenSource): Promise<string> {
  const claims = claimsNow(source);
  const other = "https://audience.invalid";
  return signed(source, withMember(claims, "aud", Array.isArray(claims["aud"]) ? [other] : other));
}

export async function missing(source: BadTokenSource, claim: string): Promise<string> {
  return signedWrong(source, withoutClaim(judgeOf(source.kit), claimsNow(source), claim), claim);
}

export async function misnamed(source: BadTokenSource, claim: string): Promise<string> {
  return signedWrong(source, withMisnamedClaim(judgeOf(source.kit), claimsNow(source), claim), claim);
}

export async function invalid(source: BadTokenSource, claim: string): Promise<string> {
  return signedWrong(source, withInvalidClaim(judgeOf(source.kit), claimsNow(source), claim), claim);
}

export function unknown(source: BadTokenSource): Promise<string> {
  return signed(source, withUnknownClaim(claimsNow(source)));
}

/** The validators that verify asks for a kind of token. */
export function judgeOf({ open, closed, policy, claimNames }: TokenKit): ClaimJudge {
  const validators = policy.unknownClaims === "reject" ? [closed, open] : [open];
  return { validators, claimNames, declared: new Set(claimNames.names) };
}

/** Whether the policy has an issuer, or an audience, that another one can stand in place of. */
export function hasParty({ policy }: TokenKit, party: "issuer" | "audience"): boolean {
  return toList(policy[party]) !== null;
}

function signedWrong(source: BadTokenSource, claims: Claims | null, claim: string): Promise<string> {
  if (claims !== null) return signed(source, claims);
  throw refuse("invalid_option", `No token can be bad in this way for the claim ${JSON.stringify(claim)}.`);
}

function claimsNow({ kit, issuer, overrides }: BadTokenSource): Claims {
  return claimsAt(kit, issuer.clock.now().getTime() / 1000, overrides);
}

function now({ issuer }: BadTokenSource): number {
  return Math.floor(issuer.clock.now().getTime() / 1000);
}

function signed(source: BadTokenSource, claims: Claims): Promise<string> {
  return signText(source, JSON.stringify(claims));
}

function signText(
  source: BadTokenSource,
  payload: string,
  header: { readonly typ?: string; readonly kid?: string } = {},
  key?: JWK,
): Promise<string> {
  const alg = algorithmOf(source);
  const own = source.issuer.signingKey(alg);
  const kid = own.kid === undefined ? {} : { kid: own.kid };
  return signPayload({ alg, typ: source.kit.policy.type, ...kid, ...header }, payload, key ?? own);
}

function algorithmOf({ kit }: BadTokenSource): string {
  const [alg] = kit.policy.algorithms;
  if (alg === undefined) throw refuse("algorithm_not_allowed");
  return alg;
}

async function strangersKey(alg: string): Promise<JWK> {
  const { privateJwk } = await makeFakeKey(alg, "stranger");
  return privateJwk;
}

function timeOf(claims: Claims, name: string): number {
  const time = claims[name];
  return typeof time === "number" ? time : 0;
}

/** @param early - whether `nbf`, where the claims have it, is to lie at `iat` */
function withTimes(claims: Claims, times: Readonly<Record<string, number>>, early = false): Claims {
  const result = { ...claims };
  for (const [name, time] of Object.entries(times)) define(result, name, time);
  if (early && Object.hasOwn(claims, "nbf")) define(result, "nbf", times["iat"]);
  return result;
}

function withMember(claims: Claims, name: string, value: unknown): Claims {
  const result = { ...claims };
  define(result, name, value);
  return result;
}
