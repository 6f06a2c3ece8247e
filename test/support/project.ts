import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseConfig } from "../../src/config/parse-config.js";
import { SchemaError } from "../../src/errors.js";
import type { BuildOptions } from "../../src/model/build-claims.js";
import { buildProject } from "../../src/model/build-project.js";
import type { ClaimSet, Project } from "../../src/model/model.js";
import { bundleSchema } from "../../src/schema/bundle/bundle.js";
import type { SchemaReader } from "../../src/schema/read/schema-reader.js";
import { createVocabulary } from "../../src/schema/read/vocabulary.js";
import { parseText } from "../../src/text/parse-json.js";

/** The root of this repository. */
export const REPOSITORY: string = fileURLToPath(new URL("../../", import.meta.url));

const vocabularyText = readFileSync(`${REPOSITORY}schemas/iana-jwt.schema.json`, "utf8");
const vocabulary = parseText({ file: "claimsmith:iana-jwt", text: vocabularyText }, "schema");

/** A reader over files in memory: a value stands for its JSON text. */
export function memoryReader(files: Readonly<Record<string, unknown>>): SchemaReader {
  return {
    read(file, from) {
      if (!Object.hasOwn(files, file)) throw new SchemaError("schema_not_found", `No ${file} in memory.`, { at: from });
      const content = files[file];
      return parseText(
        { file, text: typeof content === "string" ? content : JSON.stringify(content, null, 2) },
        "schema",
      );
    },
    vocabulary: () => vocabulary,
  };
}

/** A config with one token `token` of the claim set in `schema.json`; what is given here replaces its members. */
export function configOf(token: Readonly<Record<string, unknown>> = {}, top: Readonly<Record<string, unknown>> = {}) {
  return {
    package: { name: "@acme/claims", version: "1.0.0" },
    namespaces: ["https://acme.example/"],
    tokens: { token: { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m", ...token } },
    ...top,
  };
}

/** The project of a config and schema files in memory. */
export function projectOf(
  config: unknown,
  files: Readonly<Record<string, unknown>>,
  runtime: ReadonlyMap<string, string> = new Map(),
  options: BuildOptions = {},
): Project {
  const parsed = parseConfig({ file: "claims.config.json", text: JSON.stringify(config, null, 2) });
  const reader = memoryReader(files);
  const bundles = parsed.tokens.map((token) => {
    const from = parsed.locate(`/tokens/${token.key}/schema`);
    return [token.key, bundleSchema({ file: token.schemaFile, pointer: token.schemaPointer }, reader, from)] as const;
  });
  return buildProject(parsed, new Map(bundles), createVocabulary(vocabulary.value), runtime, options);
}

/** The claim set of one schema, under a token policy. */
export function claimSetOf(schema: unknown, token: Readonly<Record<string, unknown>> = {}): ClaimSet {
  const [only] = projectOf(configOf(token), { "schema.json": schema }).tokens;
  if (only === undefined) throw new TypeError("The config has no token.");
  return only.claimSet;
}
