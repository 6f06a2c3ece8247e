// How the programs are called that make types of JSON Schemas, in the folder of a project.
import { JSON2TS, QUICKTYPE } from "../programs.js";
import { schemaFile } from "../projects.js";

/** The words for `node` that have json-schema-to-typescript write a file of types for each schema. */
export function json2tsWords() {
  return [JSON2TS, "-i", "schemas", "-o", "types"];
}

/** The words for `node` that have quicktype write one file of types for all schemas. */
export function quicktypeWords(tokens) {
  const files = Array.from({ length: tokens }, (_, token) => schemaFile(token));
  return [QUICKTYPE, "--src-lang", "schema", "--lang", "ts", "--just-types", "--out", "types.ts", ...files];
}
