import type { VerifyKey } from "../keys/key-forms.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import type { VerifyOptions } from "./verify-options.js";
/** One of the kinds of token that {@link verifyAnyToken} tells apart. Written by the generator. */
export interface TokenKind<Verified = object> extends Pick<ConsumerDefinition, "policy" | "acceptedTypes" | "matchIssuer"> {
    /** The whole verify of this kind. */
    readonly verify: (token: string, options: VerifyOptions) => Promise<Verified>;
}
/** The kinds of token of a package, by their keys in the config. */
export type TokenKinds<Verified> = {
    readonly [Kind in keyof Verified]: TokenKind<Verified[Kind]>;
};
/** How a token is verified that is of one of several kinds. */
export interface VerifyAnyOptions<Kind extends PropertyKey> extends Omit<VerifyOptions, "key"> {
    /** The kinds that are accepted here, each with its keys. */
    readonly keys: {
        readonly [K in Kind]: VerifyKey;
    };
}
/** What verify says of a token of one of several kinds: `token` tells which. */
export type AnyToken<Verified, Kind extends keyof Verified> = {
    [K in Kind]: {
        readonly token: K;
    } & Verified[K];
}[Kind];
/**
 * Verifies a token as the kind that its `typ` says it is; where that fits several kinds, as the one whose policy admits its
 * `iss` (RFC 8725 sections 3.11 and 3.12). Neither is verified yet: they choose, and then that kind's whole verify decides, with
 * that kind's keys alone. Nothing is tried in turn.
 *
 * @throws {ClaimsError} `type_mismatch` where `typ` is of no kind, or several are left; `issuer_mismatch`; `invalid_option`,
 * `invalid_key`; the codes of verify
 */
export declare function verifyAnyToken<Verified extends object, Kind extends keyof Verified>(kinds: TokenKinds<Verified>, token: string, options: VerifyAnyOptions<Kind>): Promise<AnyToken<Verified, Kind>>;
