import type { ClaimNameTable, ClaimSet } from "../claims/claim-set.js";
import type { KeyFamily } from "../engine/key-algorithm.js";
import type { ClaimsValidator } from "../errors/claim-issue.js";
import type { matchIssuer } from "./issuer-pattern.js";
/** A duration with its unit, such as `15m`, `30s`, `1h` or `90d`. A bare number is refused: some read it as seconds, some as milliseconds. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;
/** How one kind of token is issued and verified. Durations are seconds. */
export interface TokenPolicy {
    /** The token's key in the config. */
    readonly token: string;
    /** Claim `iss`: issuers to the letter, or patterns such as `https://login.example/{tenant}/v2.0`. */
    readonly issuer?: string | readonly string[];
    readonly audience?: string | readonly string[];
    /** Allow-list of JWS algorithms; the token never chooses (RFC 8725 section 3.1). */
    readonly algorithms: readonly string[];
    /** Header `typ` (RFC 7515 section 4.1.9). */
    readonly type: string;
    /** `exp - iat` at issue, and the most that verify accepts. Seconds. */
    readonly lifetime: number;
    /** Seconds. */
    readonly clockTolerance: number;
    readonly unknownClaims: "ignore" | "strip" | "reject";
    readonly maxTokenBytes: number;
    /** SHA-256 (hex) of the canonical bundled schema and policy: equal digests, equal contract. */
    readonly digest: string;
}
/** What a consumer's helpers need to know of one kind of token. Written by the generator. */
export interface ConsumerDefinition extends ClaimSet {
    readonly policy: TokenPolicy;
    /** Header `typ` values that verify accepts; null stands for a header without one. */
    readonly acceptedTypes: readonly (string | null)[];
    /** The families of the policy's algorithms, so that a bundle has no others. */
    readonly families: readonly KeyFamily[];
    /** Fits patterns to issuers; only there where the policy's issuer has placeholders, so that a bundle has it only where it is used. */
    readonly matchIssuer?: typeof matchIssuer;
}
/** What a producer's helpers need to know of one kind of token. Written by the generator. */
export interface ProducerDefinition {
    readonly policy: TokenPolicy;
    readonly claimNames: ClaimNameTable;
    readonly open: ClaimsValidator;
    readonly closed: ClaimsValidator;
    /** Claims whose schema is a `const`, filled in where the producer leaves them out. */
    readonly constants: Readonly<Record<string, unknown>>;
    /** Whether the claim set declares `jti`, which issue then fills in. */
    readonly fillsJwtId: boolean;
    /** As in {@link ConsumerDefinition}. A pattern is no issuer that issue could fill in. */
    readonly matchIssuer?: typeof matchIssuer;
}
