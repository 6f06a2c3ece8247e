import type { ClaimIssue } from "../errors/claim-issue.js";
/** Plain data, or what in the value cannot be written as JSON without changing it. */
export type Snapshot = {
    readonly value: Record<string, unknown>;
} | {
    readonly issues: readonly ClaimIssue[];
};
/**
 * Reads a caller's object once, into plain data that JSON can hold: what is validated is what is signed.
 * Members that are undefined count as absent. Never throws.
 */
export declare function takeSnapshot(value: unknown): Snapshot;
