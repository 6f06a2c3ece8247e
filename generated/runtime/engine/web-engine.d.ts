import type { CryptoEngine } from "./crypto-engine.js";
export { sign } from "./web-sign.js";
/** Web Crypto: for browsers, edge runtimes and all that is not Node. */
export declare const engine: CryptoEngine;
