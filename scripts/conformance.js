// Prints how types and validators do on the JSON-Schema-Test-Suite, counted by the code that the tests in test/conformance/ use.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createViteServer } from "vitest/node";

// The counting is TypeScript beside the tests; the test runner's own loader reads it.
const server = await createViteServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { conformanceTable } = await server.ssrLoadModule("/test/support/conformance-table.ts");
process.stdout.write(`${await conformanceTable()}\n`);
await server.close();
