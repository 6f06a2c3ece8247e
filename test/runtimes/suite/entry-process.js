// Run by Node, Deno and Bun: the suite in a process, whose result is the last line that it prints.
import * as nodeCrypto from "node:crypto";
import * as claims from "@acme/claims";
import { createRemoteJWKSet } from "jose";
import { fixture, origin } from "./context.js";
import { runSuite } from "./run-suite.js";

console.log(JSON.stringify(await runSuite({ claims, createRemoteJWKSet, fixture, origin, nodeCrypto })));
