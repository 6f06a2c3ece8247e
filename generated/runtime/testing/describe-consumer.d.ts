import { type TestRunner } from "./find-test-runner.js";
import { type TokenIssuer } from "./token-issuer.js";
import type { TokenKit } from "./token-kit.js";
/** The platform's `Request`, where its types are known. */
export type PlatformRequest = typeof globalThis extends {
    readonly Request: abstract new (...input: never) => infer Made;
} ? Made : {
    readonly headers: {
        get(name: string): string | null;
    };
};
/** Verifies a token: throws, or rejects, where it refuses it. */
export type ConsumerVerify = (token: string, issuer: TokenIssuer) => unknown;
/** Answers requests whose token is in `Authorization: Bearer`. */
export interface ConsumerService {
    request(request: PlatformRequest, issuer: TokenIssuer): {
        readonly status: number;
    } | Promise<{
        readonly status: number;
    }>;
    /** What is asked for; `https://service.example/` by default. */
    readonly url?: string;
    /** The statuses that refuse; 401 by default (RFC 6750 section 3.1). */
    readonly refusedWith?: readonly number[];
}
/** How a consumer is tried. */
export interface ConsumerRunOptions {
    /** Whose keys the consumer trusts; one is made where it is left out, and handed to the consumer with each token. */
    readonly issuer?: TokenIssuer;
    /** Claims that this consumer asks for in a good token. */
    readonly claims?: object;
    /** Whether what a function gave back says that the token is good; without it, each that does not throw has accepted. */
    readonly isAccepted?: (result: unknown) => boolean;
    /** The test runner's own; found where it is left out. */
    readonly describe?: TestRunner["describe"];
    readonly it?: TestRunner["it"];
}
/**
 * Registers tests that hand a good token and each bad one to a consumer: the good one has to pass, the bad ones may not.
 * The promise is fulfilled once they are registered: at once where the test runner need not be imported, so that a module that
 * cannot wait, as those of CommonJS, need not.
 */
export declare function describeConsumer(kit: TokenKit, consumer: ConsumerVerify | ConsumerService, options?: ConsumerRunOptions): Promise<void>;
