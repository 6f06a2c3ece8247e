import { CompactSign } from "jose";
import type { Sign } from "./crypto-engine.js";
import { webKeyOf } from "./web-key.js";

/** Signs by Web Crypto through jose. */
export const sign: Sign = (header, payload, key) =>
  new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(webKeyOf(key).key);
