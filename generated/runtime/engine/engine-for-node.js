import { Buffer } from "node:buffer";
import * as crypto from "node:crypto";
import { setImmediate } from "node:timers";
import { createNodeEngine } from "./node-engine.js";
import { createNodeSign } from "./node-sign.js";
import { createTurns } from "./turns.js";
const platform = { crypto, Buffer, run: /* @__PURE__ */ createTurns(setImmediate) };
/** Node's own cryptography. */
export const engine = /* @__PURE__ */ createNodeEngine(platform);
export const sign = /* @__PURE__ */ createNodeSign(platform);
