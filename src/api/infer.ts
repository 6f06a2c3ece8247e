import path from "node:path";
import { FileSystemError, UsageError } from "../errors.js";
import { looksLikeToken } from "../infer/decode-sample.js";
import { type Inference, inferTokens, schemaFile } from "../infer/infer-tokens.js";
import { readSamples } from "../infer/read-samples.js";
import type { Sample } from "../infer/sample.js";
import { EXPECTED_SAMPLE, sampleError } from "../infer/sample-error.js";
import { openDescriptor } from "../io/files/open-descriptor.js";
import { showPath } from "../io/files/paths.js";
import { readInputFile } from "../io/files/read-file.js";
import { readStream } from "../io/files/read-stream.js";
import { systemCode } from "../io/files/system-error.js";
import { writeNewFiles } from "../io/files/write-new-files.js";
import { configSchemaPath } from "../io/project/config-schema-path.js";
import { createSchemaReader } from "../io/project/schema-reader.js";
import type { JsonObject } from "../schema/json-schema.js";
import { cleanPaste } from "../text/clean-paste.js";
import { layoutJson } from "../text/layout-json.js";
import { checkOptions, type OptionForms } from "./check-options.js";

/** What `infer` reads and where it writes. */
export interface InferOptions {
  /** Files, tokens, payloads as JSON, or `-` for `stdin`. */
  readonly inputs: readonly string[];
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
  /** The folder to write the config and the schemas into; made where it does not exist. Without it nothing is written. */
  readonly out?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
}

/** What was inferred, and what was written of it. */
export interface InferResult extends Inference {
  /** How many samples were read. */
  readonly samples: number;
  /** The claim set; where there are several kinds of token, one document with the claim set of each under `$defs`. */
  readonly schema: JsonObject;
  /** The files that were written, relative to `out`. */
  readonly written: readonly string[];
}

const OPTIONS: OptionForms<InferOptions> = { inputs: { needed: "texts" }, stdin: "other", out: "text", cwd: "text" };

const STDIN = "standard input";

/**
 * Drafts claim sets and a config from tokens or decoded payloads. Verifies no signature. Never overwrites: where one of the
 * files exists, nothing is written.
 *
 * @throws {UsageError} `invalid_sample`, `no_samples`, `file_exists`, `invalid_option`
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export async function infer(options: InferOptions): Promise<InferResult> {
  checkOptions("infer", options, OPTIONS);
  const cwd = path.resolve(options.cwd ?? ".");
  const samples: Sample[] = [];
  for (const [index, input] of options.inputs.entries()) samples.push(...(await readInput(input, index, options, cwd)));
  if (samples.length === 0) throw noSamples(null);
  const inference = inferTokens(samples, createSchemaReader(cwd).vocabulary());
  const written = options.out === undefined ? [] : write(inference, path.resolve(cwd, options.out));
  return { ...inference, samples: samples.length, schema: oneSchema(inference), written };
}

async function readInput(
  input: string,
  index: number,
  { stdin }: InferOptions,
  cwd: string,
): Promise<readonly Sample[]> {
  const source = await sourceOf(input, `argument ${index + 1}`, stdin, cwd);
  const samples = readSamples(source);
  if (samples.length === 0) throw noSamples(source.file);
  return samples;
}

async function sourceOf(input: string, name: string, stdin: InferOptions["stdin"], cwd: string) {
  if (input === "-") {
    if (stdin === undefined) throw new UsageError("invalid_option", "There is no standard input to read `-` from.");
    return { file: STDIN, text: await readStream(stdin, STDIN) };
  }
  if (/^\s*[{[]/u.test(input) || looksLikeToken(cleanPaste(input).text)) return { file: name, text: input };
  // The system takes no such path, and says so in its own words.
  if (input.includes("\0")) throw neitherTokenNorFile(name);
  const file = path.resolve(cwd, input);
  const handed = openDescriptor(file);
  if (handed !== null) return { file: input, text: await readStream(handed, input) };
  try {
    return { file: showPath(file), text: readInputFile(file) };
  } catch (error) {
    throw isAbsent(error) && !looksLikeFileName(input) ? neitherTokenNorFile(name) : error;
  }
}

function isAbsent(error: unknown): boolean {
  const cause = error instanceof FileSystemError ? systemCode(error.cause) : null;
  return cause === "ENOENT" || cause === "ENOTDIR" || cause === "ENAMETOOLONG";
}

/** Says whether a text may be shown as the name of a file: it could be a token that was copied in part, or an opaque one. */
function looksLikeFileName(input: string): boolean {
  return input.length <= 120 && /\.[a-z]{1,8}$/iu.test(input) && !/^e[wy][A-Za-z0-9_-]{8,}/u.test(input);
}

function neitherTokenNorFile(name: string): UsageError {
  const shown = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return sampleError(`${shown} is neither a file that exists nor a token.`, {
    at: { file: name },
    hint: "A token without dots is opaque and carries no claims; one that was copied in part cannot be read.",
  });
}

function noSamples(file: string | null): UsageError {
  return new UsageError("no_samples", file === null ? "No sample was given." : `There is no sample in ${file}.`, {
    at: file === null ? undefined : { file },
    expected: EXPECTED_SAMPLE,
  });
}

function oneSchema({ tokens }: Inference): JsonObject {
  const [only, ...others] = tokens;
  if (only !== undefined && others.length === 0) return only.schema;
  const definitions = tokens.map(({ key, schema: { $schema: _, ...schema } }) => [key, schema] as const);
  return { $schema: only?.schema["$schema"] ?? "", $defs: Object.fromEntries(definitions) };
}

function write({ config, tokens }: Inference, folder: string): readonly string[] {
  const files = new Map([
    ["claims.config.json", layoutJson({ ...config, $schema: configSchemaPath(folder) })],
    ...tokens.map(({ key, schema }) => [schemaFile(key), layoutJson(schema)] as const),
  ]);
  const existing = writeNewFiles(folder, files);
  if (existing === null) return [...files.keys()];
  throw new UsageError("file_exists", `${existing} exists already, and infer overwrites nothing.`, {
    at: { file: existing },
    expected: "a folder without claimsmith's files",
    hint: "Name another folder with --out, or leave it out to see the schema.",
  });
}
