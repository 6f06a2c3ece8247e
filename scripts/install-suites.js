// Installs what test/runtimes/, test/recipes/ and test/jest/ run in, by their own lock files: node scripts/install-suites.js
import process from "node:process";
import { installJest } from "../test/jest/install-jest.js";
import { installFrameworks } from "../test/recipes/prepare/install-frameworks.js";
import { installRuntimes } from "../test/runtimes/launch/install-runtimes.js";

if (![installRuntimes, installFrameworks, installJest].every((install) => install())) process.exitCode = 1;
