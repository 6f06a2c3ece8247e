// Bundled for workerd: each request runs the suite and is answered with the result.
import * as claims from "@acme/claims";
import { createRemoteJWKSet } from "jose";
import { fixture, origin } from "./context.js";
import { runSuite } from "./run-suite.js";

// biome-ignore lint/style/noDefaultExport: workerd loads what a module exports so.
export default {
  fetch: async () => Response.json(await runSuite({ claims, createRemoteJWKSet, fixture, origin, nodeCrypto: null })),
};
