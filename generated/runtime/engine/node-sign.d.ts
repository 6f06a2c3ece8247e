import type { Sign } from "./crypto-engine.js";
import type { NodePlatform } from "./node-crypto.js";
/** Makes what signs by `node:crypto`, with keys that the engine for Node has made ready. */
export declare function createNodeSign({ crypto, Buffer, run }: NodePlatform): Sign;
