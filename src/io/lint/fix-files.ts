import fs from "node:fs";
import path from "node:path";
import { applyFixes } from "../../lint/edit/apply-fixes.js";
import type { Finding } from "../../lint/finding.js";
import { decodeText } from "../../text/decode-text.js";
import { parseText } from "../../text/parse-json.js";
import { isInside } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";
import { replaceFile } from "../files/replace-file.js";
import { findWorkTree } from "../files/work-tree.js";

/** What was mended, and how to take it back. */
export interface FixedFiles {
  /** The findings whose fixes were made. */
  readonly mended: readonly Finding[];
  /** Writes the texts back that the files had before. */
  restore(): void;
}

/**
 * Makes the fixes of findings in their files, of each file in one step. Touches only files of the work tree that holds
 * the config (without one: of its folder), links resolved, and none in `node_modules`.
 *
 * @param folder - absolute path of the config's folder
 * @throws {FileSystemError} `cannot_read`, `cannot_write`; then every file is as it was
 */
export function fixFiles(folder: string, findings: readonly Finding[]): FixedFiles {
  const old = new Map<string, string>();
  const mended: Finding[] = [];
  const restore = (): void => {
    for (const [file, text] of old) replaceFile(file, text);
  };
  try {
    for (const [name, group] of byFile(findings)) {
      const file = editableFile(folder, name);
      if (file === null) continue;
      const original = decodeOriginal(name, readInputFile(file));
      const parse = (text: string) => parseText({ file: name, text }, "schema").value;
      const mark = original.startsWith("\ufeff") ? "\ufeff" : "";
      const fixed = applyFixes(
        name,
        original.slice(mark.length),
        group.map(({ fix }) => fix?.edits ?? []),
        parse,
      );
      if (mark + fixed.text === original) continue;
      replaceFile(file, mark + fixed.text);
      old.set(file, original);
      mended.push(...group.filter((_, index) => fixed.done.includes(index)));
    }
  } catch (error) {
    restore();
    throw error;
  }
  return { mended, restore };
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  const seen = new Set<string>();
  for (const finding of findings) {
    if (finding.fix === null) continue;
    // Two findings may have one and the same remedy.
    const key = JSON.stringify(finding.fix);
    if (seen.has(key)) continue;
    seen.add(key);
    const group = files.get(finding.fix.file);
    if (group === undefined) files.set(finding.fix.file, [finding]);
    else group.push(finding);
  }
  return files;
}

/** The file's real path where it may be changed; null for what is shipped, installed or outside. */
function editableFile(folder: string, name: string): string | null {
  if (name.startsWith("claimsmith:")) return null;
  const real = fs.realpathSync(path.resolve(folder, name));
  const workTree = findWorkTree(fs.realpathSync(folder));
  const isInstalled = path.relative(workTree, real).split(path.sep).includes("node_modules");
  return isInside(workTree, real) && !isInstalled ? real : null;
}

/** The text with its byte order mark, which decodeText leaves out. */
function decodeOriginal(name: string, bytes: Uint8Array): string {
  const text = decodeText(name, bytes, "schema");
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? `\ufeff${text}` : text;
}
