import { afterAll, beforeAll } from "vitest";
import { forgeToken, KEYS, NOW, type Part } from "./forge-token.js";
import { type LoadedPackage, loadPackage } from "./load-package.js";

// A package of several kinds, issuers and tenants, for the tests that attack it as a whole.

export const A = "https://a.example";
export const B = "https://b.example";
export const API = "https://api.example";
export const LOGIN = "https://login.example/{tenant}/v2.0";
export const REALM = "https://id.example/realms/{realm}";
export const ACME = "https://login.example/acme/v2.0";

const common = { schema: "claims.json", algorithms: ["ES256"], lifetime: "15m", audience: API };

/** The kinds: three have a type of their own; the others are `JWT`, and told apart by their issuers as far as they can be. */
const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: {
    access: { ...common, type: "at+jwt", issuer: [A, B] },
    job: { ...common, type: "job+jwt", issuer: A, algorithms: ["HS256"] },
    refreshToken: { ...common, type: "refresh+jwt", schema: "refresh.json", issuer: A, lifetime: "1d" },
    tenant: { ...common, issuer: [LOGIN, REALM], unknownClaims: "strip" },
    special: { ...common, issuer: "https://login.example/acme/{version}" },
    plain: { ...common, issuer: A },
    open: common,
  },
};

const text = { type: "string" };
const SCHEMAS = {
  "claims.json": { type: "object", properties: { sub: text, role: text }, required: ["role"] },
  "refresh.json": { type: "object", properties: { sub: text, jti: text, sid: text }, required: ["sub", "jti", "sid"] },
};

/** A kind of token of the package. */
export type Kind = keyof typeof CONFIG.tokens;

const TYPES: Partial<Record<Kind, string>> = { access: "at+jwt", job: "job+jwt", refreshToken: "refresh+jwt" };

/** Claims that each kind accepts, but for `iss`. */
export const CLAIMS = { aud: API, sub: "u1", role: "member", jti: "j1", iat: NOW, exp: NOW + 600 };

/** A token of a kind, with these claims beside or in place of {@link CLAIMS}; or with a payload as it stands. */
export function make(kind: Kind, claims: object | string, key: Parameters<typeof forgeToken>[2] = KEYS.ec.privateKey) {
  const payload: Part = typeof claims === "string" ? claims : { ...CLAIMS, ...claims };
  return forgeToken({ alg: kind === "job" ? "HS256" : "ES256", typ: TYPES[kind] ?? "JWT" }, payload, key);
}

/** Verifies a token one way or another. */
export type Call = (token: unknown, options?: object) => Promise<Verified>;

/** What the helpers of the package give. */
export interface Verified {
  readonly token?: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly issuerParameters?: Readonly<Record<string, string>>;
}

/** The package, for as long as the tests of a file run: call it at the top of the file. */
export function useIssuers() {
  let loaded: LoadedPackage;
  let index: Record<string, unknown>;
  beforeAll(async () => {
    loaded = await loadPackage(CONFIG, SCHEMAS);
    index = await loaded.load("index.js");
  });
  afterAll(() => loaded?.remove());
  // The names and signatures are those that every generated package has.
  const helper = <Helper>(name: string) => index[name] as Helper;
  const pascal = (kind: Kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const verify =
    (kind: Kind): Call =>
    (token, options) =>
      helper<Call>(`verify${pascal(kind)}`)(token, { now: NOW, ...options });
  const createVerifier = (kind: Kind, options: object): Call => {
    const made = helper<(options: object) => Call>(`create${pascal(kind)}Verifier`)(options);
    return (token, call) => made(token, { now: NOW, ...call });
  };
  const authenticate = (kind: Kind, request: Headers, options: object) =>
    helper<(request: Headers, options: object) => Promise<Verified>>(`authenticate${pascal(kind)}`)(request, {
      now: NOW,
      ...options,
    });
  const verifyAny: Call = (token, options) => helper<Call>("verifyAny")(token, { now: NOW, ...options });
  return { verify, createVerifier, authenticate, verifyAny, load: (module: string) => loaded.load(module) };
}

/** `accepted`, or the code of the error; one that has no code is a defect, and thrown on. */
export async function codeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "accepted";
  } catch (error) {
    // The package has classes of its own, so that they are told by their names.
    if (error instanceof Error && ["ClaimsError", "AuthenticationError"].includes(error.name)) {
      return (error as Error & { readonly code: string }).code;
    }
    throw error;
  }
}
