import type { CryptoEngine } from "./crypto-engine.js";
import type { NodePlatform } from "./node-crypto.js";
/** The engine for Node, on `node:crypto`: the same OpenSSL as below Web Crypto, without the way there. */
export declare function createNodeEngine({ crypto, Buffer, run }: NodePlatform): CryptoEngine;
