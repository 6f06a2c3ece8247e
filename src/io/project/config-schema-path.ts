import fs from "node:fs";
import path from "node:path";

const SCHEMA = "node_modules/claimsmith/schemas/config.schema.json";

/**
 * What a new config names as its `$schema`: the path of the config's JSON Schema, as installed in the folder or the nearest one
 * above it, with slashes; where none is installed, the path that it would have in the folder.
 *
 * @param folder - absolute path of the folder that the config is written to, which need not exist
 */
export function configSchemaPath(folder: string): string {
  for (let above = folder, steps = ""; ; above = path.dirname(above), steps += "../") {
    if (fs.existsSync(path.join(above, SCHEMA))) return `${steps === "" ? "./" : steps}${SCHEMA}`;
    if (above === path.dirname(above)) return `./${SCHEMA}`;
  }
}
