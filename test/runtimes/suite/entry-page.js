// Bundled for a browser, whose page is asked for the result by this name.
import * as claims from "@acme/claims";
import { createRemoteJWKSet } from "jose";
import { fixture, origin } from "./context.js";
import { runSuite } from "./run-suite.js";

globalThis.runClaimsmithSuite = () => runSuite({ claims, createRemoteJWKSet, fixture, origin, nodeCrypto: null });
