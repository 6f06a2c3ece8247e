import type { Answer } from "./marks.js";
/** What a mark is about: a revoked token, a token that was used, a subject, a family of refresh tokens. */
export type MarkKind = "revoked" | "used" | "subject" | "family";
/**
 * The key of a mark: its kind and a hash. So it is short whatever a token holds, nothing in a token can stand for another key,
 * and whoever reads the keys does not read whom they are about.
 */
export declare function markKey(kind: MarkKind, issuer: string | null, id: string): Answer<string>;
