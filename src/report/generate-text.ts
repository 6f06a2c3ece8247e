import type { GenerateResult } from "../api/generate.js";
import { visibleText } from "./visible-text.js";

const RUNTIME = "runtime/";

/** So many files of the runtime are listed; more of them come with a new package, or with another version of claimsmith. */
const MAX_RUNTIME_FILES = 5;

/** What generate did, in words: one line, then a line for each file that was written or removed, of the runtime for all. */
export function generateText({ output, written, removed, unchanged }: GenerateResult): string {
  const folder = visibleText(output);
  if (written.length + removed.length === 0) return `${folder} is up to date (${count(unchanged, "file")}).\n`;
  const parts = [
    `${written.length} written`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
    `${unchanged} unchanged`,
  ];
  const lines = [
    ...foldRuntime(written).map((file) => `  wrote    ${file}`),
    ...foldRuntime(removed).map((file) => `  removed  ${file}`),
  ];
  return `${folder}: ${parts.join(", ")}.\n${lines.join("\n")}\n`;
}

/** The files of the runtime, which nobody reads one by one, as a single entry in the place of the first of them. */
function foldRuntime(files: readonly string[]): readonly string[] {
  const [first, ...others] = files.filter((file) => file.startsWith(RUNTIME));
  if (first === undefined || others.length < MAX_RUNTIME_FILES) return files;
  const entry = `${RUNTIME} (${others.length + 1} files)`;
  const folded = new Set(others);
  return files.filter((file) => !folded.has(file)).map((file) => (file === first ? entry : file));
}

/** How the package differs from what would be generated, and what mends it. */
export function checkText(result: GenerateResult): string {
  if (result.files.length === 0) return generateText(result);
  return `${differencesText(result)}Run \`npx claimsmith generate\` and commit the result.\n`;
}

/** How the package differs from what would be generated: one line, then a line for each file. */
export function differencesText({ output, files }: GenerateResult): string {
  const width = Math.max(...files.map(({ state }) => state.length));
  const lines = files.map(({ file, state }) => `  ${state.padEnd(width)}  ${file}\n`);
  return `${visibleText(output)} differs from what its schemas and config say: ${count(files.length, "file")}.\n${lines.join("")}`;
}

/** The result of generate as the interface's stable JSON. */
export function generateJson({ written, removed, unchanged, files }: GenerateResult): string {
  return `${JSON.stringify({ written, removed, unchanged, files }, null, 2)}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
