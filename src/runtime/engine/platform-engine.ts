import type { CryptoEngine, Sign } from "./crypto-engine.js";
import type { NodePlatform } from "./node-crypto.js";
import { createNodeEngine } from "./node-engine.js";
import { createNodeSign } from "./node-sign.js";
import { createTurns } from "./turns.js";
import { engine as webEngine, sign as webSign } from "./web-engine.js";

const platform = /* @__PURE__ */ readPlatform(/* @__PURE__ */ Reflect.get(globalThis, "process"));

/**
 * The engine of the platform that runs this: Node's own cryptography under Node, else Web Crypto. In a package of built
 * modules, the import conditions of its package.json choose in place of this file.
 */
export const engine: CryptoEngine = /* @__PURE__ */ chooseEngine(platform);

/** Signs by the same cryptography. */
export const sign: Sign = platform === null ? webSign : /* @__PURE__ */ createNodeSign(platform);

/** The engine for Node's modules; without them, Web Crypto. */
export function chooseEngine(platform: NodePlatform | null): CryptoEngine {
  return platform === null ? webEngine : createNodeEngine(platform);
}

/** Node's modules, where a process has them; null without one, and in a runtime that only resembles Node. */
export function readPlatform(process: unknown): NodePlatform | null {
  if (typeof process !== "object" || process === null) return null;
  const versions: unknown = Reflect.get(process, "versions");
  const load: unknown = Reflect.get(process, "getBuiltinModule");
  if (typeof load !== "function" || typeof versions !== "object" || versions === null) return null;
  if (!isNode(versions)) return null;
  return {
    crypto: load.call(process, "node:crypto"),
    Buffer: load.call(process, "node:buffer").Buffer,
    run: createTurns(load.call(process, "node:timers").setImmediate),
  };
}

/**
 * Says whether the versions are those of Node's own build. Others state a version of Node too, so that libraries run: a worker
 * with a few of its modules, Bun and Deno with theirs, Electron with another OpenSSL. Node's V8 says whose build it is.
 */
function isNode(versions: object): boolean {
  const v8: unknown = Reflect.get(versions, "v8");
  return (
    Object.hasOwn(versions, "node") &&
    typeof v8 === "string" &&
    v8.includes("-node.") &&
    !Object.hasOwn(versions, "bun") &&
    !Object.hasOwn(versions, "deno")
  );
}
