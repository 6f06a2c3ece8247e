// Writes schemas/config.schema.json from dist/config/config-schema.js. Run it after `npm run build`.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { CONFIG_SCHEMA } from "../dist/config/config-schema.js";

const target = fileURLToPath(new URL("../schemas/config.schema.json", import.meta.url));
await writeFile(target, `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);

// The file is committed, so it has the layout that the formatter gives every other file.
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
execFileSync(process.execPath, [biome, "format", "--write", target], { stdio: "inherit" });
