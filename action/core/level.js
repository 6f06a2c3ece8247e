// @ts-check
import { member } from "./event.js";

/** From the least to the worst. */
const LEVELS = ["none", "compatible", "breaking"];

/**
 * Returns the worst level of a report's tokens, null for what is no report.
 *
 * @param {string} printed - by `claimsmith diff --format json`
 * @returns {string | null}
 */
export function levelOf(printed) {
  const tokens = member(parse(printed), "tokens");
  if (!Array.isArray(tokens)) return null;
  const ranks = tokens.map((token) => LEVELS.indexOf(String(member(token, "level"))));
  return ranks.includes(-1) ? null : (LEVELS[Math.max(0, ...ranks)] ?? null);
}

/**
 * Returns a level in the words of the report.
 *
 * @param {string} level
 * @param {0 | 1 | 2} code
 */
export function levelWords(level, code) {
  if (level === "none") return "no change";
  if (code === 1) return `**${level}**`;
  return level === "breaking" ? "breaking, and allowed" : level;
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
