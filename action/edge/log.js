// @ts-check
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import process from "node:process";
import { plainText } from "../core/markdown.js";
import { annotation, withoutCommands } from "../core/workflow-command.js";

/** @typedef {import("../core/workflow-command.js").Severity} Severity */

/** What an annotation shows at most, in UTF-16 units; the whole text is in the log and in the report. */
const MAX_ANNOTATION = 4000;

/**
 * Prints a text to the log, in which GitHub obeys nothing.
 *
 * @param {string} text
 */
export function print(text) {
  process.stdout.write(withoutCommands(plainText(text), randomUUID()));
}

/**
 * Prints an annotation.
 *
 * @param {Severity} severity
 * @param {string} message
 * @param {Readonly<Record<string, string>>} [properties]
 */
export function annotate(severity, message, properties = {}) {
  process.stdout.write(annotation(severity, properties, plainText(message).slice(0, MAX_ANNOTATION)));
}

/**
 * Sets an output of the step.
 *
 * @param {string} name
 * @param {string} value - of one line
 */
export function setOutput(name, value) {
  const file = process.env["GITHUB_OUTPUT"];
  if (file) appendFileSync(file, `${name}=${value.replace(/[\r\n]/g, " ")}\n`);
}

/**
 * Prints annotations that claimsmith has written.
 *
 * @param {string} lines - what `splitAnnotations` gives
 */
export function printAnnotations(lines) {
  process.stdout.write(lines);
}
