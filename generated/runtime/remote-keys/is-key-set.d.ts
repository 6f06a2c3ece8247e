import type { JSONWebKeySet } from "jose";
/** Says whether a value is a JWK Set (RFC 7517 section 5). What its keys hold is checked as they are used. */
export declare function isKeySet(value: unknown): value is JSONWebKeySet;
