import type { Location } from "../errors.js";
import type { JsonObject } from "../schema/json-schema.js";

/** JWS algorithms that the generated package can do: RFC 7518 section 3.1, RFC 8037, RFC 9864, as far as jose implements them. */
export const ALGORITHMS = [
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

export type ProfileName = "jwt" | "rfc9068" | "oidc-id-token" | "oidc-logout-token";

export type UnknownClaims = "ignore" | "strip" | "reject";

export type Helper = "issue" | "verify";

/** claims.config.json, checked, with every default filled in. Durations are seconds. */
export interface Config {
  /** The config file, as a path that messages may show. */
  readonly file: string;
  readonly package: { readonly name: string; readonly version: string };
  /** The output folder relative to the config file, normalized, `/` as separator. */
  readonly output: string;
  readonly emit: "js" | "ts";
  readonly namespaces: readonly string[];
  /** In the order of the file. */
  readonly tokens: readonly TokenConfig[];
  /** Read by lint; kept as written. */
  readonly lint: JsonObject;
  /** Read by diff; kept as written. */
  readonly diff: JsonObject;
  readonly targets: readonly string[];
  /** The place of a member: `locate("/tokens/accessToken/schema")`, or of its name with `{ key: true }`. */
  locate(pointer: string, options?: { readonly key?: boolean }): Location;
}

export interface TokenConfig {
  /** The key under `tokens`. */
  readonly key: string;
  /** The schema file relative to the config file, without the fragment. */
  readonly schemaFile: string;
  /** JSON pointer into the file, "" for the whole of it. */
  readonly schemaPointer: string;
  readonly profile: ProfileName;
  /** As configured: a string stays a string. Issuers, and patterns such as `https://login.example/{tenant}`. */
  readonly issuer: string | readonly string[] | null;
  readonly audience: string | readonly string[] | null;
  readonly algorithms: readonly Algorithm[];
  /** Header `typ` as configured; null where the profile decides. */
  readonly type: string | null;
  readonly lifetimeSeconds: number;
  readonly clockToleranceSeconds: number;
  readonly unknownClaims: UnknownClaims;
  readonly maxTokenBytes: number;
  readonly helpers: readonly Helper[];
}
