import path from "node:path";
import { buildCatalogue, type KnownSilence } from "../docs/build-catalogue.js";
import type { Catalogue } from "../docs/catalogue.js";
import { htmlFiles } from "../docs/html/html-files.js";
import { markdownFiles } from "../docs/markdown/markdown-files.js";
import { exampleClaims } from "../examples/example-claims.js";
import { readPageAssets } from "../io/catalogue/page-assets.js";
import { writeCatalogue } from "../io/catalogue/write-catalogue.js";
import { showPath } from "../io/files/paths.js";
import { findConfig } from "../io/project/find-config.js";
import { type LoadedProject, loadProject } from "../io/project/load-project.js";
import { findSilences } from "../lint/silence.js";
import { inputsDigest } from "../model/inputs-digest.js";
import type { Project } from "../model/model.js";
import type { JsonObject } from "../schema/json-schema.js";
import { checkOptions, type OptionForms } from "./check-options.js";

/** How a catalogue is written. */
export interface DocsOptions {
  /** `html`: pages for a browser. `markdown`: pages for a repository. */
  readonly format?: "html" | "markdown" | undefined;
  /** The folder to write to; `catalogue` beside the config by default. */
  readonly out?: string | undefined;
  /** Tell what changed with each commit of git. */
  readonly history?: boolean | undefined;
  /** The config file; else claims.config.json in `cwd` or the nearest parent. */
  readonly config?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
}

/** What was written. */
export interface DocsResult {
  /** The folder, as seen from the working directory. */
  readonly output: string;
  /** The page to begin with, relative to the folder. */
  readonly start: string;
  /** Paths in the folder that were written. */
  readonly written: readonly string[];
  /** Paths of earlier runs that are no longer part of the catalogue. */
  readonly removed: readonly string[];
  /** How many files were left as they are. */
  readonly unchanged: number;
  /** Tokens that have no example, by their key, and the claims for which no value was found. */
  readonly withoutExample: readonly { readonly token: string; readonly claims: readonly string[] }[];
}

const OPTIONS: OptionForms<DocsOptions> = {
  format: ["html", "markdown"],
  out: "text",
  history: "switch",
  config: "text",
  cwd: "text",
};

/** The folder that a catalogue goes to where nobody names one. */
const FOLDER = "catalogue";

/**
 * Writes the catalogue of a project's claims. The same inputs give the same bytes; a failure leaves the previous catalogue
 * whole.
 *
 * @throws {UsageError} `invalid_option`, also where the folder is not the catalogue's; `unknown_revision` where there is no history
 * @throws {ClaimsmithError} for whatever is wrong with config, schemas or disk
 */
export async function docs(options: DocsOptions = {}): Promise<DocsResult> {
  checkOptions("docs", options, OPTIONS);
  const cwd = path.resolve(options.cwd ?? ".");
  const configPath = findConfig(cwd, options.config);
  const loaded = loadProject(configPath);
  const folder = options.out === undefined ? path.join(loaded.folder, FOLDER) : path.resolve(cwd, options.out);
  const { examples, withoutExample } = await findExamples(loaded.project);
  const catalogue = buildCatalogue(loaded.project, {
    examples,
    silences: silencesOf(loaded.project),
    history: options.history === true ? await historyOf(configPath, loaded) : null,
  });
  const files = filesOf(options.format ?? "html", loaded.project, catalogue);
  const target = { folder, config: configPath, packageFolder: loaded.output };
  const result = writeCatalogue(target, files, inputsDigest(loaded.project));
  const start = files.has("index.html") ? "index.html" : "README.md";
  return { output: showPath(folder), start, ...result, withoutExample };
}

function filesOf(format: "html" | "markdown", project: Project, catalogue: Catalogue): ReadonlyMap<string, string> {
  return format === "html" ? htmlFiles(project, catalogue, readPageAssets()) : markdownFiles(catalogue);
}

/** Loaded only now: what compares two states is most of the tool. */
async function historyOf(configPath: string, loaded: LoadedProject): Promise<Catalogue["history"]> {
  const { claimHistory } = await import("./claim-history.js");
  return claimHistory(configPath, loaded);
}

async function findExamples(
  project: Project,
): Promise<{ examples: ReadonlyMap<string, JsonObject>; withoutExample: DocsResult["withoutExample"] }> {
  const examples = new Map<string, JsonObject>();
  const withoutExample: { token: string; claims: string[] }[] = [];
  for (const token of project.tokens) {
    const { claims, missing } = await exampleClaims(token);
    if (missing.length === 0) examples.set(token.key, claims);
    else withoutExample.push({ token: token.key, claims: missing.flatMap(({ claim }) => claim ?? []) });
  }
  return { examples, withoutExample };
}

function silencesOf(project: Project): readonly KnownSilence[] {
  // Token by token: of a definition that several share, each has the silence.
  return project.tokens.flatMap((token) =>
    findSilences({ ...project, tokens: [token] }).map(({ claim, rule, reason }) => ({
      token: token.key,
      claim,
      rule,
      reason,
    })),
  );
}
