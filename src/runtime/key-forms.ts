import type { CryptoKey, JSONWebKeySet, JWK, KeyObject } from "jose";
import type { CheckedKey, EngineKey } from "./crypto-engine.js";

/** One key: Web Crypto, Node, JWK, PEM (SPKI, PKCS #8, X.509 for verifying), or the bytes of a secret. */
export type SingleKey = CryptoKey | KeyObject | JWK | string | Uint8Array;

/** What issue takes as `key`. */
export type IssueKey = SingleKey | JSONWebKeySet;

/** Header of a token, as it came. Before verification nothing in it can be trusted. */
export interface TokenHeader {
  readonly alg: string;
  readonly typ?: string;
  readonly kid?: string;
  readonly [name: string]: unknown;
}

/** The parts of a token, as jose's key resolvers take them. */
export interface TokenParts {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

/** Finds the key of a token; such as jose's `createRemoteJWKSet`. */
export type KeyResolver = (header: TokenHeader, token: TokenParts) => IssueKey | Promise<IssueKey>;

/** What verify takes as `key`. */
export type VerifyKey = SingleKey | JSONWebKeySet | KeyResolver;

/** What is done with a key. */
export type KeyUse = "sign" | "verify";

/** The own members of a JWK, each read once, so that what is checked is what is used. */
export interface Jwk {
  /** The object that they were read from. Never read again: it only stands for itself. */
  readonly source: object;
  readonly members: ReadonlyMap<string, unknown>;
}

/** Why a key cannot be used. */
export interface KeyFault {
  /** A sentence for the error's message. */
  readonly fault: string;
  /** `misfit`: made for something else. `broken`: cannot be read. `unsafe`: the right kind, but weak or in the wrong hands. */
  readonly kind: "misfit" | "broken" | "unsafe";
}

/** A key that has passed its checks, or why it cannot be used. */
export type KeyCheck = { readonly key: CheckedKey } | KeyFault;

/** A key that can be used at once, or why it cannot. */
export type KeyResult = { readonly key: EngineKey } | KeyFault;

/** The fault of a key that is made for something else. */
export function misfit(fault: string): KeyFault {
  return { fault, kind: "misfit" };
}

/** The fault of a key that cannot be read. */
export function broken(fault: string): KeyFault {
  return { fault, kind: "broken" };
}

/** The fault of a key of the right kind that must not be used. */
export function unsafe(fault: string): KeyFault {
  return { fault, kind: "unsafe" };
}
