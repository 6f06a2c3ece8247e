import type { Algorithm } from "../config/config.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { hasIssuerPattern } from "./issuer-parameters.js";
import { exampleIssuer, issuerRule } from "./issuer-rule.js";
import type { Claim, Policy, Token } from "./model.js";
import { jsonBytes } from "./size/json-bytes.js";
import { type Declared, readMembers } from "./size/object-members.js";
import { membersSize, usualWeight } from "./size/object-size.js";
import { type SizeRange, sizeRange, uniteSizes } from "./size/size-range.js";
import { ValueSizes } from "./size/value-sizes.js";

/** Sizes in bytes. */
export interface Sizes {
  readonly smallest: number;
  readonly typical: number;
  /** Null where there is no largest. */
  readonly largest: number | null;
}

/** How long the compact form of a kind of token is, and what each claim has to do with it. */
export interface TokenSize extends Sizes {
  /** In the order of the claim set. */
  readonly claims: readonly ClaimSize[];
  /** Whether a producer may add claims that nobody declares. */
  readonly isOpen: boolean;
}

/** The JSON of one claim where it is present: its name, its value, a colon and a comma. */
export interface ClaimSize extends Sizes {
  readonly claim: string;
  /** Its share of the typical encoded token, between 0 and 1, counted by how often the claim is there. */
  readonly share: number;
}

/** The characters of a JWK thumbprint by SHA-256 (RFC 7638 section 3.1), the usual `kid` of those that a standard defines. */
const KEY_ID_LENGTH = 43;

/** The modulus of a usual RSA key. RFC 7518 section 3.3 demands no less. */
const RSA_BYTES = 2048 / 8;

/** Claims whose values are times: ten digits from 2001 until 2286. */
const TIME_CLAIMS: ReadonlySet<string> = new Set(["exp", "nbf", "iat", "auth_time", "updated_at"]);
const TIME_BYTES = 10;
/** A UUID, as issue writes `jti`, and its quotes. */
const UUID_BYTES = 38;

/**
 * How many bytes the compact form of a token has: the smallest, the typical and the largest that its producers can issue.
 *
 * Smallest and largest bound every token whose claims `claimSet.closed` accepts and whose issuer and audience are the
 * policy's, written by `JSON.stringify`; of what a schema says in ways that are not read here (`not`, a look-ahead in a
 * pattern) only the bounds get wider. The largest is null where a text, a list or a map has no bound, where a schema
 * contains itself, and where undeclared claims are allowed. `maxTokenBytes` is left aside: a token beyond it is not issued,
 * and that it can come to this is what one wants to know.
 *
 * The header is `{"alg","typ","kid"}`: without a `kid` in the smallest, with one of 43 characters, a JWK thumbprint, in
 * the others. Further header members and longer ids add to that. RSA keys have 2048 bits.
 *
 * Typical is: the first algorithm of the policy; each required claim, and each that issue fills in; optional claims and
 * members with half of their bytes, deprecated ones with none, and none for `nbf` where the claim set does not declare it.
 * A value is the mean of its schema's `examples`, else of its `enum` or `const`; else a time has 10 digits, another number
 * 4, a text the usual length of its `format` or 20 characters, a list 3 items, a map of undeclared names 3 members; each
 * within the bounds that its schema sets. Of alternatives the first counts that is not null.
 */
export function estimateTokenSize(token: Token): TokenSize {
  const { claimSet, policy } = token;
  const sizes = new ValueSizes(claimSet.closed.$defs ?? {});
  const cases = sizes.cases.of([claimSet.closed, policyRule(token)]);
  const usual = usualSizes(token);
  const weights = new Map(claimSet.claims.map((claim) => [claim.name, weightOf(claim)]));
  const weightOfMember = (member: Declared): number => weights.get(member.name) ?? usualWeight(member);
  const objects = cases.flatMap(({ always, perhaps }) => {
    const members = readMembers({ always, perhaps }, sizes);
    if (members === null) return [];
    const declared = members.declared.map((member) => withTypical(member, usual.get(member.name)));
    const payload = membersSize({ ...members, declared }, always, weightOfMember);
    return payload === null
      ? []
      : [{ payload, byName: new Map(declared.map((one) => [one.name, one])), isOpen: members.others !== null }];
  });
  const payload = uniteSizes(objects.map(({ payload }) => payload)) ?? NO_CLAIMS;
  const typical = encodedBytes(payload.typical, policy, "typical");
  return {
    smallest: encodedBytes(payload.smallest, policy, "smallest"),
    typical,
    largest: Number.isFinite(payload.largest) ? encodedBytes(payload.largest, policy, "largest") : null,
    claims: claimSet.claims.flatMap(({ name }) => {
      const declared = objects.flatMap(({ byName }) => byName.get(name) ?? []);
      const size = uniteSizes(declared.map(({ size }) => size));
      const [first] = declared;
      if (size === null || first === undefined) return [];
      const share = (weightOfMember(first) * base64Length(size.typical + COMMA)) / typical;
      return [{ claim: name, ...withComma(size), share: Math.round(share * 1000) / 1000 }];
    }),
    isOpen: objects.some(({ isOpen }) => isOpen),
  };
}

const COMMA = 1;
const NO_CLAIMS: SizeRange = { smallest: 2, typical: 2, largest: 2, count: 1 };

function withComma({ smallest, typical, largest }: SizeRange): Sizes {
  return {
    smallest: smallest + COMMA,
    typical: typical + COMMA,
    largest: Number.isFinite(largest) ? largest + COMMA : null,
  };
}

/** What the policy demands besides: who issues, for whom, and the claims that issue always writes itself. */
function policyRule({ policy, helpers, claimSet }: Token): SchemaObject {
  const issuers = listOf(policy.issuer);
  const audiences = listOf(policy.audience);
  const fillsJwtId = claimSet.claims.some(({ name, filledIn }) => name === "jti" && filledIn?.by === "policy");
  return {
    type: "object",
    properties: {
      ...(issuers === null ? {} : { iss: issuerRule(issuers) }),
      ...(audiences === null ? {} : { aud: { anyOf: [{ enum: audiences }, { type: "array", minItems: 1 }] } }),
    },
    required: helpers.includes("issue") ? ["iat", "exp", ...(fillsJwtId ? ["jti"] : [])] : [],
  };
}

function listOf(names: Policy["issuer"]): readonly string[] | null {
  return names === null ? null : [names].flat();
}

/** The bytes that the values of some claims usually have, which their schemas do not say. */
function usualSizes({ claimSet, policy }: Token): ReadonlyMap<string, number> {
  return new Map(
    claimSet.claims.flatMap(({ name, filledIn, examples }): [string, number][] => {
      if (filledIn?.by === "const") return [[name, jsonBytes(filledIn.value)]];
      if (examples.length > 0) return [];
      if (name === "iss" && hasIssuerPattern(policy)) {
        return [[name, Math.max(...(listOf(policy.issuer) ?? []).map((issuer) => jsonBytes(exampleIssuer(issuer))))]];
      }
      if (TIME_CLAIMS.has(name)) return [[name, TIME_BYTES]];
      return name === "jti" && filledIn !== null ? [[name, UUID_BYTES]] : [];
    }),
  );
}

function withTypical(member: Declared, value: number | undefined): Declared {
  if (value === undefined) return member;
  const size = sizeRange({ ...member.size, typical: jsonBytes(member.name) + 1 + value });
  return size === null ? member : { ...member, size };
}

function weightOf({ required, filledIn, deprecated, declaredBy }: Claim): number {
  if (required || filledIn !== null) return 1;
  // `nbf` is in every claim set, and in few tokens.
  return declaredBy === "rfc7519" || deprecated ? 0 : 0.5;
}

/** The bytes of header, payload and signature in base64url, with the two dots (RFC 7515 section 7.1). */
function encodedBytes(payloadBytes: number, { algorithms, type }: Policy, which: keyof Sizes): number {
  const lengths = algorithms.map((alg) => {
    const header: JsonValue = { alg, typ: type, ...(which === "smallest" ? {} : { kid: "x".repeat(KEY_ID_LENGTH) }) };
    return base64Length(jsonBytes(header)) + base64Length(signatureBytes(alg));
  });
  const rest = which === "typical" ? (lengths[0] ?? 0) : Math[which === "smallest" ? "min" : "max"](...lengths);
  return rest + base64Length(payloadBytes) + 2;
}

/** The characters of base64url without padding (RFC 7515 section 2). */
function base64Length(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

/** The bytes of a signature: RFC 7518 sections 3.2 to 3.5, RFC 8037 section 3.1. */
function signatureBytes(algorithm: Algorithm): number {
  switch (algorithm) {
    case "HS256":
      return 32;
    case "HS384":
      return 48;
    case "HS512":
      return 64;
    case "RS256":
    case "RS384":
    case "RS512":
    case "PS256":
    case "PS384":
    case "PS512":
      return RSA_BYTES;
    case "ES256":
    case "EdDSA":
    case "Ed25519":
      return 64;
    case "ES384":
      return 96;
    case "ES512":
      return 132;
  }
}
