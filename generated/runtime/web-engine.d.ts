import type { CryptoEngine, Sign } from "./crypto-engine.js";
/** Web Crypto through jose: for browsers, edge runtimes and all that is not Node. */
export declare const engine: CryptoEngine;
/** Signs by Web Crypto through jose. */
export declare const sign: Sign;
