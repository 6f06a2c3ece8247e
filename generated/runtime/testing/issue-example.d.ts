import type { Duration } from "../policy/definition.js";
import type { TokenIssuer } from "./token-issuer.js";
import type { TokenKit } from "./token-kit.js";
/** How a token of the test kit is issued. */
export interface FakeIssueOptions {
    /** One of the policy's algorithms; the first where it is left out. */
    readonly algorithm?: string;
    /** `exp - iat`; the policy's lifetime where it is left out. */
    readonly expiresIn?: Duration;
    /** Further header members. */
    readonly header?: Readonly<Record<string, unknown>>;
}
/**
 * A good token: the example with a test's claims in it, issued at the issuer's clock as the package's own `issue…` does.
 *
 * @throws {ClaimsError} whatever issue refuses: a bad token comes from the bad tokens
 */
export declare function issueExample(kit: TokenKit, issuer: TokenIssuer, overrides?: unknown, options?: FakeIssueOptions): Promise<string>;
