import type { Project } from "../model/model.js";

/**
 * The `imports` of a package of built modules: which engine `#engine` is (runtime/engine/crypto-engine.ts). Runtimes that also
 * answer to `node` come before it, and get the engine that every platform has.
 */
export const ENGINE_IMPORTS = {
  "#engine": {
    bun: "./runtime/engine/web-engine.js",
    deno: "./runtime/engine/web-engine.js",
    workerd: "./runtime/engine/web-engine.js",
    "edge-light": "./runtime/engine/web-engine.js",
    browser: "./runtime/engine/web-engine.js",
    node: "./runtime/engine/engine-for-node.js",
    default: "./runtime/engine/web-engine.js",
  },
};

/**
 * The files of the runtime, by path. A package of built modules has its engine chosen by the import conditions above;
 * sources for another compiler, which keep no package.json beside what it writes, choose at run time.
 */
export function runtimeFiles({ runtime, emit }: Pick<Project, "runtime" | "emit">): ReadonlyMap<string, string> {
  const files = [...runtime].map(([name, text]) => [`runtime/${name}`, text] as const);
  return new Map(emit === "ts" ? files : [...files, ...ENGINE_FILES]);
}

const ENGINE_FILES = [
  ["runtime/engine/platform-engine.js", 'export { engine, sign } from "#engine";\n'],
  [
    "runtime/engine/platform-engine.d.ts",
    [
      'import type { CryptoEngine, Sign } from "./crypto-engine.js";',
      "/** The engine that the import conditions of package.json choose. */",
      "export declare const engine: CryptoEngine;",
      "/** Signs by the same cryptography. */",
      "export declare const sign: Sign;",
      "",
    ].join("\n"),
  ],
  [
    "runtime/engine/engine-for-node.js",
    [
      'import { Buffer } from "node:buffer";',
      'import * as crypto from "node:crypto";',
      'import { setImmediate } from "node:timers";',
      'import { createNodeEngine } from "./node-engine.js";',
      'import { createNodeSign } from "./node-sign.js";',
      'import { createTurns } from "./turns.js";',
      "const platform = { crypto, Buffer, run: /* @__PURE__ */ createTurns(setImmediate) };",
      "/** Node's own cryptography. */",
      "export const engine = /* @__PURE__ */ createNodeEngine(platform);",
      "export const sign = /* @__PURE__ */ createNodeSign(platform);",
      "",
    ].join("\n"),
  ],
] as const;
