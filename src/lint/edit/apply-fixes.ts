import { equalValues } from "../../schema/compile/equal-values.js";
import type { JsonValue } from "../../schema/json-schema.js";
import { getAt } from "../../text/pointer.js";
import type { Edit } from "../fix.js";
import { editValue } from "./edit-value.js";
import { jsonChanges } from "./json-changes.js";
import { applyChanges, overlap, type TextChange } from "./text-change.js";
import { yamlChanges } from "./yaml-changes.js";

/** A text with fixes in it. */
export interface FixedText {
  readonly text: string;
  /** Indexes of the fixes that were done. Others did not fit the text, or beside one before them. */
  readonly done: readonly number[];
}

/**
 * Makes fixes in the text of one file, each as a whole and as many as go together. Everything else keeps its layout and
 * its comments. What the text means afterwards is compared with what the fixes say it should mean.
 *
 * @param file - its name; by its extension it is YAML or JSON
 * @param parse - the value of a text of that file; throws where it is none
 */
export function applyFixes(
  file: string,
  text: string,
  fixes: readonly (readonly Edit[])[],
  parse: (text: string) => JsonValue,
): FixedText {
  const changesOf = /\.ya?ml$/iu.test(file) ? yamlChanges : jsonChanges;
  const old = parse(text);
  let edits: readonly Edit[] = [];
  let changes: readonly TextChange[] = [];
  let fixed = text;
  const done: number[] = [];
  for (const [index, fix] of fixes.entries()) {
    const allEdits = [...edits, ...fix];
    const own = changesOf(text, fix);
    const meant = editValue(old, allEdits);
    if (own === null || meant === null) continue;
    const allChanges = [...changes, ...own];
    if (overlap(allChanges)) continue;
    const candidate = applyChanges(text, allChanges);
    if (!means(candidate, meant, allEdits, parse)) continue;
    [edits, changes, fixed] = [allEdits, allChanges, candidate];
    done.push(index);
  }
  return { text: fixed, done };
}

function means(text: string, meant: JsonValue, edits: readonly Edit[], parse: (text: string) => JsonValue): boolean {
  let value: JsonValue;
  try {
    value = parse(text);
  } catch {
    // The changes broke the text: they are dropped.
    return false;
  }
  const sameOrder = edits.every(
    ({ kind, pointer }) => kind !== "order" || namesAt(value, pointer) === namesAt(meant, pointer),
  );
  return sameOrder && equalValues(value, meant);
}

function namesAt(value: JsonValue, pointer: string): string {
  return JSON.stringify(Object.keys(Object(getAt(value, pointer))));
}
