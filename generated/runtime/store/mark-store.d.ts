import type { Marks } from "./marks.js";
import type { TokenStore } from "./token-store.js";
/**
 * Makes a store of marks.
 *
 * @param timeout - milliseconds that a call waits; verify waits as long as its own option says
 */
export declare function createMarkStore(marks: Marks, timeout: number): TokenStore;
