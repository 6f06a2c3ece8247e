import type { TokenStore } from "./token-store.js";
/** How large a memory is. */
export interface MemoryStoreOptions {
    /** Marks that are kept at most; 100 000 by default, of some 220 bytes each. */
    readonly entries?: number;
}
/**
 * Makes a store in the memory of this process, for services that run as one. It forgets a mark when its token has expired. When
 * it is full it takes no more, which is `revocation_unavailable`: it never forgets what still matters.
 *
 * @throws {ClaimsError} `invalid_option`
 * @example const store = createMemoryStore();
 */
export declare function createMemoryStore(options?: MemoryStoreOptions): TokenStore;
