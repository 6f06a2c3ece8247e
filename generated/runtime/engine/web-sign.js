import { CompactSign } from "jose";
import { webKeyOf } from "./web-key.js";
/** Signs by Web Crypto through jose. */
export const sign = (header, payload, key) => new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(webKeyOf(key).key);
