import type { CryptoEngine, Sign } from "./crypto-engine.js";
/** The engine that the import conditions of package.json choose. */
export declare const engine: CryptoEngine;
/** Signs by the same cryptography. */
export declare const sign: Sign;
