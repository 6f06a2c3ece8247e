import type { CryptoKey, JSONWebKeySet, JWK, KeyObject } from "jose";
import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyFault } from "../engine/key-check.js";
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
/** The issuer that a token names. Not verified yet: it only chooses where to look for keys. */
export interface NamedIssuer {
    readonly issuer: string;
    /** What the placeholders stand for, where the key of {@link IssuerKeys} is a pattern. */
    readonly issuerParameters: Readonly<Record<string, string>>;
}
/** Finds the key of a token of one issuer, or of one of those that a pattern fits; undefined where it knows none. */
export type IssuerKeyResolver = (header: TokenHeader, token: TokenParts, named: NamedIssuer) => IssueKey | undefined | Promise<IssueKey | undefined>;
/** The keys of an issuer in {@link IssuerKeys}. */
export type KeyOfIssuer = SingleKey | JSONWebKeySet | IssuerKeyResolver;
/**
 * The keys of each issuer, by the claim `iss` to the letter; where the policy's issuer has placeholders, also by pattern: an
 * issuer's own entry counts, else the first pattern that it fits. No other issuer's keys are tried on a token, and an issuer
 * that is not among them is refused before any key is looked at.
 */
export interface IssuerKeys {
    readonly issuers: Readonly<Record<string, KeyOfIssuer>>;
}
/** What verify takes as `key`. */
export type VerifyKey = SingleKey | JSONWebKeySet | KeyResolver | IssuerKeys;
/** What is done with a key. */
export type KeyUse = "sign" | "verify";
/** The own members of a JWK, each read once, so that what is checked is what is used. */
export interface Jwk {
    /** The object that they were read from. Never read again: it only stands for itself. */
    readonly source: object;
    readonly members: ReadonlyMap<string, unknown>;
}
/**
 * A key that can be used at once, or why it cannot. It is asked for its `fault`: a `key` that someone has put on `Object.prototype`
 * is then none, and a `fault` there refuses every key.
 */
export type KeyResult = {
    readonly key: EngineKey;
} | KeyFault;
