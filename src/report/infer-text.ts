import type { InferResult } from "../api/infer.js";
import { layoutJson } from "../text/layout-json.js";
import type { Style } from "./error-text.js";
import { visibleText } from "./visible-text.js";

/** The claim sets as one JSON Schema. */
export function inferSchema({ schema }: InferResult): string {
  return layoutJson(schema);
}

/** What was read and guessed, for stderr: a line for all, then each kind of token with its notes. */
export function inferNotes({ samples, tokens, notes }: InferResult, style: Style): string {
  const kinds = tokens.length === 1 ? "one kind of token" : `${tokens.length} kinds of token`;
  const lines = [
    `Read ${count(samples, "sample")} of ${kinds}. No signature was verified: a draft is as good as its samples.`,
    ...notes.filter(({ token }) => token === null).map(line),
  ];
  for (const token of tokens) {
    lines.push("", style.bold(`${token.key} (${count(token.samples, "sample")})`));
    lines.push(...notes.filter((note) => note.token === token.key).map(line));
  }
  return `${lines.join("\n")}\n`;

  function line({ level, message }: InferResult["notes"][number]): string {
    return `  ${level === "warning" ? style.red("warning") : style.dim("note")} ${visibleText(message)}`;
  }
}

/** What was written, and what to do next. */
export function inferWritten({ written }: InferResult, folder: string): string {
  const start = folder === "." ? "" : `${folder.replace(/[\\/]$/u, "")}/`;
  const where = folder === "." ? "" : ` in ${visibleText(folder)}`;
  const lines = written.map((file) => visibleText(`wrote ${start}${file}`));
  return `${[...lines, `Read the drafts, then run \`npx claimsmith generate\`${where}.`, ""].join("\n")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
