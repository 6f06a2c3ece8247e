import type { Sign } from "./crypto-engine.js";
/** Signs by Web Crypto through jose. */
export declare const sign: Sign;
