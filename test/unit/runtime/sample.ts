import { createHmac, generateKeyPairSync, type KeyObject, sign as signBytes } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describeAlgorithm } from "../../../src/runtime/algorithms/describe-algorithm.js";
import { KEY_FAMILIES } from "../../../src/runtime/algorithms/key-families.js";
import { ALL_RULES } from "../../../src/runtime/claims/all-rules.js";
import { stripUndeclared } from "../../../src/runtime/claims/strip.js";
import type { KeyAlgorithm } from "../../../src/runtime/engine/key-algorithm.js";
import type { ClaimsValidator } from "../../../src/runtime/errors/claim-issue.js";
import { ClaimsError } from "../../../src/runtime/errors/claims-error.js";
import type { ConsumerDefinition, ProducerDefinition, TokenPolicy } from "../../../src/runtime/policy/definition.js";

/** 2025-01-01T00:00:00Z, in seconds: the time at which every sample is issued and verified. */
export const NOW = 1_735_689_600;

export const ISSUER = "https://auth.acme.example";
export const AUDIENCE = "https://api.acme.example";
export const ROLE = "https://acme.example/claims/role";

export const SCHEMA = {
  type: "object",
  properties: {
    iss: { type: "string" },
    sub: { type: "string" },
    aud: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
    exp: { type: "number" },
    iat: { type: "number" },
    nbf: { type: "number" },
    jti: { type: "string" },
    org: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
    tags: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
    kind: { const: "access" },
    [ROLE]: { enum: ["admin", "member"] },
  },
  required: ["exp", "sub", ROLE],
};

/** What an algorithm asks of its key. */
export function algorithm(alg: string): KeyAlgorithm {
  const described = describeAlgorithm(alg);
  if (described === null) throw new TypeError(`There is no algorithm ${alg}.`);
  return described;
}

/** The schema with undeclared names refused at each object. */
export function close(schema: unknown): Record<string, unknown> {
  const text = JSON.stringify(schema, (_key, value: unknown) =>
    typeof value === "object" && value !== null && Object.hasOwn(value, "properties") && Object.hasOwn(value, "type")
      ? { ...value, unevaluatedProperties: false }
      : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}

export function compile(schema: object): ClaimsValidator {
  const ajv = new Ajv2020({ allErrors: true, messages: false, strict: false, ownProperties: true });
  // ajv's validating function has this form; it is not asynchronous, since the schema is not.
  return ajv.compile(schema) as unknown as ClaimsValidator;
}

export const OPEN = compile(SCHEMA);
export const CLOSED = compile(close(SCHEMA));

const CLAIM_NAMES = {
  names: Object.keys(SCHEMA.properties),
  namespaces: ["https://acme.example/claims/", "https://old.example/"],
  aliases: { sub: "userid" },
  rules: ALL_RULES,
};

export const POLICY: TokenPolicy = {
  token: "accessToken",
  issuer: ISSUER,
  audience: AUDIENCE,
  algorithms: ["HS256", "HS512", "RS256", "PS256", "ES256", "ES384", "EdDSA"],
  type: "at+jwt",
  lifetime: 900,
  clockTolerance: 0,
  unknownClaims: "ignore",
  maxTokenBytes: 8192,
  digest: "0".repeat(64),
};

export function consumer(policy: Partial<TokenPolicy> = {}): ConsumerDefinition {
  const whole = { ...POLICY, ...policy };
  const closed = whole.unknownClaims === "ignore" ? null : CLOSED;
  const strip = whole.unknownClaims === "strip" ? stripUndeclared : null;
  const shared = { families: KEY_FAMILIES, claimNames: CLAIM_NAMES, open: OPEN };
  return { ...shared, policy: whole, acceptedTypes: ["at+jwt"], closed, strip };
}

export function producer(policy: Partial<TokenPolicy> = {}): ProducerDefinition {
  return {
    policy: { ...POLICY, ...policy },
    claimNames: CLAIM_NAMES,
    open: OPEN,
    closed: CLOSED,
    constants: { kind: "access" },
    fillsJwtId: true,
  };
}

export const SECRET = new Uint8Array(64).map((_, index) => index * 37 + 11);
export const EC = generateKeyPairSync("ec", { namedCurve: "P-256" });
export const EC_OTHER = generateKeyPairSync("ec", { namedCurve: "P-256" });
export const EC384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
export const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const RSA_WEAK = generateKeyPairSync("rsa", { modulusLength: 1024 });
export const ED = generateKeyPairSync("ed25519");

export const HEADER = { alg: "ES256", typ: "at+jwt" };
export const CLAIMS = { iss: ISSUER, sub: "u1", aud: AUDIENCE, iat: NOW, exp: NOW + 600, [ROLE]: "admin" };

type Part = string | object;

export function encode(part: Part | Uint8Array): string {
  const bytes = part instanceof Uint8Array ? part : typeof part === "string" ? part : JSON.stringify(part);
  return Buffer.from(bytes).toString("base64url");
}

/** Signs any two parts, however wrong, with ES256 by the sample's key. Texts are encoded as they stand. */
export function token(
  header: Part | Uint8Array = HEADER,
  payload: Part | Uint8Array = CLAIMS,
  key: KeyObject = EC.privateKey,
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = signBytes("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" });
  return `${input}.${signature.toString("base64url")}`;
}

export function hmacToken(
  secret: Uint8Array,
  header: object = { alg: "HS256", typ: "at+jwt" },
  payload: Part = CLAIMS,
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

export function rsaToken(key: KeyObject, header: object = { alg: "RS256", typ: "at+jwt" }): string {
  const input = `${encode(header)}.${encode(CLAIMS)}`;
  return `${input}.${signBytes("sha256", Buffer.from(input), key).toString("base64url")}`;
}

/** The error that a call ends with; fails where it ends without one, or with anything but a ClaimsError. */
export async function refusalOf(call: () => Promise<unknown>): Promise<ClaimsError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof ClaimsError) return error;
    throw error;
  }
  throw new TypeError("Nothing was refused.");
}
