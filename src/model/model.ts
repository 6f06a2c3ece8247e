import type { Algorithm, Helper, ProfileName, UnknownClaims } from "../config/config.js";
import type { Location } from "../errors.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import type { TokenNames } from "../text/names.js";

/** What every stage after reading works on: the organization's tokens with everything resolved. Plain data. */
export interface Project {
  readonly package: { readonly name: string; readonly version: string };
  readonly emit: "js" | "ts";
  readonly namespaces: readonly string[];
  /** In the order of the config. */
  readonly tokens: readonly Token[];
  /** The sources of runtime/ in the form of `emit`: file name to text. */
  readonly runtime: ReadonlyMap<string, string>;
}

export interface Token {
  /** The key under `tokens` in the config. */
  readonly key: string;
  /** `AccessToken`, `accessToken`, `access-token`. */
  readonly names: TokenNames;
  readonly helpers: readonly Helper[];
  readonly policy: Policy;
  readonly claimSet: ClaimSet;
  /** The place of the token in the config. */
  readonly location: Location;
}

/** How a token is issued and verified. Durations are seconds. */
export interface Policy {
  readonly profile: ProfileName;
  readonly issuer: string | readonly string[] | null;
  readonly audience: string | readonly string[] | null;
  readonly algorithms: readonly Algorithm[];
  /** Header `typ` that issue writes. */
  readonly type: string;
  /** Header `typ` values that verify accepts; null stands for a header without one. */
  readonly acceptedTypes: readonly (string | null)[];
  readonly lifetimeSeconds: number;
  readonly clockToleranceSeconds: number;
  readonly unknownClaims: UnknownClaims;
  readonly maxTokenBytes: number;
  /** SHA-256 (hex) of the canonical bundled schema and policy. */
  readonly digest: string;
}

/** The claims of one kind of token. */
export interface ClaimSet {
  /** The schema file, relative to the config, with the fragment that the config gives. */
  readonly source: string;
  readonly title: string | null;
  readonly description: string | null;
  /** The schema as its authors wrote it, bundled. */
  readonly authored: BundledSchema;
  /**
   * What both sides mean: the authored schema with what RFC 7519, the profile and the policy add to it.
   * An object schema whose `$defs` hold all that it refers to.
   */
  readonly schema: SchemaObject;
  /** What a consumer accepts where `unknownClaims` is not `reject`: undeclared claims pass. */
  readonly open: SchemaObject;
  /** What a producer may issue: undeclared claims are refused at every depth where the schema is silent. */
  readonly closed: SchemaObject;
  /** In the order of the schema, then what RFC 7519, the profile and the policy add. */
  readonly claims: readonly Claim[];
}

export type ClaimCategory = "registered" | "public" | "private";

/** One claim that a claim set declares. */
export interface Claim {
  /** The name on the wire. */
  readonly name: string;
  /** camelCase, without its namespace; unique in the claim set. */
  readonly shortName: string;
  readonly category: ClaimCategory;
  /** A private claim whose name starts with one of the config's namespaces. */
  readonly namespaced: boolean;
  readonly schema: Schema;
  readonly required: boolean;
  /** Who declares it. */
  readonly declaredBy: "schema" | "rfc7519" | "profile" | "policy";
  /** Who demands it, where it is required. */
  readonly requiredBy: "schema" | "rfc7519" | "profile" | "policy" | null;
  /** What issue puts in where the producer leaves it out. */
  readonly filledIn: FilledIn | null;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly examples: readonly JsonValue[];
  /** The standard that registers or demands it: "RFC 7519 section 4.1.4". */
  readonly standard: string | null;
  /** Names that people write by mistake for this one. */
  readonly aliases: readonly string[];
  readonly since: string | null;
  readonly sunset: string | null;
  readonly readers: readonly string[];
  readonly location: Location;
}

export type FilledIn = { readonly by: "policy" } | { readonly by: "const"; readonly value: JsonValue };
