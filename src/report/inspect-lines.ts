import type { Finding, Inspection } from "../inspect/inspection.js";
import { dateWords } from "../inspect/time-words.js";
import { cutToWidth, displayWidth, type Line, oneLine, wrapWords } from "./columns.js";

/** Members and findings that are shown; a hostile token has thousands. */
const MOST_SHOWN = 60;

/** Characters of a value that are looked at; lines are shorter. */
const LONGEST_VALUE = 1000;

/** Columns of a name in a list of names. */
const NAME_WIDTH = 40;

/** Claims that hold a NumericDate (RFC 7519, OpenID Connect Core 1.0). */
const TIMES: readonly string[] = ["exp", "nbf", "iat", "auth_time", "updated_at"];

/** The members of a header or a claim set, a value cut to one line each. */
export function memberLines(
  members: Readonly<Record<string, unknown>> | null,
  width: number,
  faulty: ReadonlySet<string | null>,
): Line[] {
  if (members === null) return [{ text: "cannot be read", look: "dim" }];
  const entries = Object.entries(members);
  if (entries.length === 0) return [{ text: "empty", look: "dim" }];
  const lines = entries
    .slice(0, MOST_SHOWN)
    .flatMap(([name, value]) => memberLine(name, value, width, faulty.has(name)));
  const more = entries.length - MOST_SHOWN;
  return more > 0 ? [...lines, { text: `… and ${more} more`, look: "dim" }] : lines;
}

function memberLine(name: string, value: unknown, width: number, isFaulty: boolean): Line[] {
  const look = isFaulty ? "red" : "plain";
  const label = `${isFaulty ? "! " : "  "}${oneLine(name)}`;
  const shown = oneLine(JSON.stringify(value).slice(0, LONGEST_VALUE));
  const time: Line[] =
    TIMES.includes(name) && typeof value === "number" ? [{ text: `    ${dateWords(value)}`, look: "dim" }] : [];
  const line = `${label}  ${shown}`;
  if (displayWidth(line) <= width) return [{ text: line, look }, ...time];
  return [{ text: cutToWidth(label, width), look }, { text: cutToWidth(`    ${shown}`, width), look }, ...time];
}

/** What is wrong, and after that what consumers let pass. */
export function verdictLines({ findings, verified }: Inspection, width: number): Line[] {
  const refused = findings.filter(({ refuses }) => refuses);
  const passed = findings.filter(({ refuses }) => !refuses);
  const lines = refused.slice(0, MOST_SHOWN).flatMap((finding, index) => findingLines(finding, index + 1, width));
  if (refused.length > MOST_SHOWN) lines.push({ text: `… and ${refused.length - MOST_SHOWN} more`, look: "dim" });
  if (refused.length === 0) lines.push({ text: "no fault found", look: "plain" });
  if (verified) lines.push({ text: "the signature is verified", look: "plain" });
  return [...lines, ...passedLines(passed, width)];
}

function findingLines({ code, claim, expected, message }: Finding, number: number, width: number): Line[] {
  const label = `${number}. ${code}${claim === null ? "" : ` ${oneLine(claim)}`}`;
  return [
    { text: cutToWidth(label, width), look: "red" },
    ...indented(message, width, "plain"),
    ...(expected === null || message.includes(expected) ? [] : indented(`expected: ${expected}`, width, "dim")),
  ];
}

/** What consumers let pass: names that they ignore as one list, the others one by one. */
function passedLines(passed: readonly Finding[], width: number): Line[] {
  if (passed.length === 0) return [];
  const unknown = passed.filter(({ code }) => code === "unknown").map(({ claim }) => shortName(claim ?? ""));
  const others = passed.filter(({ code }) => code !== "unknown");
  const shown = [...new Set(unknown)].slice(0, MOST_SHOWN);
  return [
    { text: "", look: "plain" },
    { text: "not refused, but look at:", look: "bold" },
    ...others.slice(0, MOST_SHOWN).flatMap(({ message }) => indented(message, width, "plain")),
    ...(shown.length === 0 ? [] : indented(`Ignored, as not in the claim set: ${shown.join(", ")}.`, width, "plain")),
  ];
}

function indented(text: string, width: number, look: Line["look"]): Line[] {
  return wrapWords(oneLine(text), width - 3).map((line) => ({ text: `   ${line}`, look }));
}

/** A name as a list of names shows it. */
export function shortName(name: string): string {
  return cutToWidth(oneLine(name), NAME_WIDTH);
}
