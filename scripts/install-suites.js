// Installs what test/runtimes/ and test/recipes/ run in, by their own lock files: node scripts/install-suites.js
import process from "node:process";
import { installFrameworks } from "../test/recipes/prepare/install-frameworks.js";
import { installRuntimes } from "../test/runtimes/launch/install-runtimes.js";

if (![installRuntimes, installFrameworks].every((install) => install())) process.exitCode = 1;
