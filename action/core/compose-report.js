// @ts-check
import { codeSpan } from "./markdown.js";
import { markerOf } from "./marker.js";

/** @typedef {import("./check.js").Check} Check */

/**
 * Returns the report of a run: the marker, a table of the checks, what the change breaks, and the rest to unfold.
 *
 * @param {{ config: string, head: string, base: import("./base.js").Base, checks: readonly Check[] }} run
 */
export function composeReport({ config, head, base, checks }) {
  const rows = checks.map(({ name, summary }) => `| ${codeSpan(TITLES[name] ?? name)} | ${summary} |`);
  const blocks = [
    markerOf(config),
    `### claimsmith: ${codeSpan(config)}`,
    ["| check | result |", "| --- | --- |", ...rows].join("\n"),
    ...checks.filter(isOpen).map(section),
    ...checks.filter((check) => !isOpen(check)).map(section),
    commits(head, base),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** @type {Readonly<Record<string, string>>} */
const TITLES = { setup: "claimsmith", generate: "generate --check", lint: "lint", diff: "diff" };

/**
 * What the reviewer came for stands open, and above the checks that are to unfold.
 *
 * @param {Check} check
 */
function isOpen({ name }) {
  return name === "diff" || name === "setup";
}

/**
 * @param {Check} check
 * @returns {string}
 */
function section(check) {
  const { name, code, details } = check;
  const title = TITLES[name] ?? name;
  if (details === "") return "";
  if (!isOpen(check)) return `<details><summary><code>${title}</code></summary>\n\n${details.trimEnd()}\n\n</details>`;
  return code === 2 ? `**${codeSpan(title)} could not run:**\n\n${details}` : details.trimEnd();
}

/**
 * @param {string} head
 * @param {import("./base.js").Base} base
 */
function commits(head, base) {
  if (head === "" || base.kind !== "commit") return "";
  return `<sub>${short(head)} compared with ${short(base.commit)}, ${base.what.replaceAll("`", "")}.</sub>`;
}

/** @param {string} commit */
function short(commit) {
  return `<code>${commit.slice(0, 12)}</code>`;
}

/**
 * Returns whether a report has something to say to a reviewer, who is not told on every pull request that all is well.
 *
 * @param {readonly Check[]} checks
 */
export function isWorthComment(checks) {
  return checks.some(({ code, level = "none" }) => code !== 0 || level !== "none");
}
