// Writes schemas/config.schema.json from src/config/config-schema.ts.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createViteServer } from "vitest/node";

// The schema is TypeScript; the test runner's own loader reads it.
const server = await createViteServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { CONFIG_SCHEMA } = await server.ssrLoadModule("/src/config/config-schema.ts");
await server.close();

const target = fileURLToPath(new URL("../schemas/config.schema.json", import.meta.url));
await writeFile(target, `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);

// The file is committed, so it has the layout that the formatter gives every other file.
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
execFileSync(process.execPath, [biome, "format", "--write", target], { stdio: "inherit" });
