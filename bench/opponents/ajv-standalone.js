import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";

/**
 * Gives the validating function that ajv itself writes for a schema, as a module of its own.
 *
 * @param file - where the module is written
 * @param options - of ajv; without any, as most people call it: it stops at the first fault
 */
export async function ajvStandalone(file, schema, options = {}) {
  const ajv = new Ajv2020({ code: { source: true, esm: true }, strict: false, ...options });
  addFormats(ajv);
  const code = standaloneCode(ajv, ajv.compile(structuredClone(schema)));
  // The code asks for ajv's own helpers by require(), from here and not from where the module is written.
  const require = `import { createRequire } from "node:module";\nconst require = createRequire("${import.meta.url}");\n`;
  writeFileSync(file, require + code);
  return (await import(pathToFileURL(file).href)).validate;
}
