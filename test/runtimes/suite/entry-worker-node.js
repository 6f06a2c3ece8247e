// As entry-worker.js, for a worker that asks for Node's modules too (compatibility flag `nodejs_compat`).
import * as nodeCrypto from "node:crypto";
import * as claims from "@acme/claims";
import { createRemoteJWKSet } from "jose";
import { fixture, origin } from "./context.js";
import { runSuite } from "./run-suite.js";

// biome-ignore lint/style/noDefaultExport: workerd loads what a module exports so.
export default {
  fetch: async () => Response.json(await runSuite({ claims, createRemoteJWKSet, fixture, origin, nodeCrypto })),
};
