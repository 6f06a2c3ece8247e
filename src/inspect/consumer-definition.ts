import { ALGORITHMS } from "../config/config.js";
import { claimTable } from "../model/claim-table.js";
import type { Policy, Token } from "../model/model.js";
import { REGISTERED_CLAIMS } from "../model/standard-claims.js";
import type { ClaimsValidator } from "../runtime/claim-issue.js";
import type { ConsumerDefinition, TokenPolicy } from "../runtime/definition.js";
import { stripUndeclared } from "../runtime/strip.js";
import { compileSchema } from "../schema/compile.js";
import type { SchemaObject } from "../schema/json-schema.js";

/** What a consumer knows of one kind of token, and the closed claim set even where the policy has no use for it. */
export interface KnownKind extends ConsumerDefinition {
  readonly closed: ClaimsValidator;
}

/** The definition that the generated package has for a token, with validators in memory. Compiled when first asked for. */
export function consumerDefinition(token: Token, namespaces: readonly string[]): KnownKind {
  const { policy, claimSet } = token;
  const validators = new Map<SchemaObject, ClaimsValidator>();
  const compiled = (schema: SchemaObject): ClaimsValidator => {
    const known = validators.get(schema) ?? compileSchema(schema);
    validators.set(schema, known);
    return known;
  };
  return {
    policy: tokenPolicy(token.key, policy),
    acceptedTypes: policy.acceptedTypes,
    claimNames: claimTable(claimSet.claims, namespaces),
    get open() {
      return compiled(claimSet.open);
    },
    get closed() {
      return compiled(claimSet.closed);
    },
    strip: policy.unknownClaims === "strip" ? stripUndeclared : null,
  };
}

function tokenPolicy(token: string, policy: Policy): TokenPolicy {
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

/** Tokens of this length are validated, whatever a policy says of it. */
const ALWAYS_CHECKED = 32_768;

/**
 * Whether the claims of a token are held against its claim set. One that verify refuses for its length could make that
 * take very long.
 */
export function isCheckable(text: string, { policy }: ConsumerDefinition): boolean {
  const allowed = Number.isFinite(policy.maxTokenBytes) ? policy.maxTokenBytes : 0;
  return text.length <= Math.max(allowed, ALWAYS_CHECKED);
}

/**
 * What can be said of a token of no known kind: RFC 7519 alone, with any algorithm but `none`, any `typ`, and no limits.
 *
 * @param header - as it came; its own `alg` and `typ` are taken for right
 */
export function plainDefinition(header: Readonly<Record<string, unknown>> | null): ConsumerDefinition {
  const alg = header !== null && Object.hasOwn(header, "alg") ? header["alg"] : undefined;
  const typ = header !== null && Object.hasOwn(header, "typ") ? header["typ"] : undefined;
  const isSigned = typeof alg === "string" && !/^none$/i.test(alg) && !isMiscased(alg);
  const properties = [...REGISTERED_CLAIMS].map(([name, { schema }]): [string, SchemaObject] => [name, schema]);
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
    claimNames: { names: [...REGISTERED_CLAIMS.keys()], namespaces: [], aliases: {} },
    open: compileSchema({ type: "object", properties: Object.fromEntries(properties) }),
    closed: null,
    strip: null,
  };
}

/** Written in another case, it is the name of no algorithm (RFC 7518 section 3.1: names are case-sensitive). */
function isMiscased(alg: string): boolean {
  return ALGORITHMS.some((name) => name !== alg && name.toLowerCase() === alg.toLowerCase());
}
