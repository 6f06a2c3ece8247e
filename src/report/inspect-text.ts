import type { Inspection, TokenSize } from "../inspect/inspection.js";
import { displayWidth, type Line, oneLine, separatorWidth, sideBySide, stacked, wrapWords } from "./columns.js";
import type { Style } from "./error-text.js";
import { memberLines, shortName, verdictLines } from "./inspect-lines.js";

/** From this width on, header, claims and verdict stand side by side. */
const SIDE_BY_SIDE = 100;

/** Lines are not set wider than this: text in wider columns is hard to read. */
const WIDEST = 140;
const NARROWEST = 40;

/** The widest that the header is set beside the rest. */
const HEADER_WIDTH = 24;

const LARGEST_SHOWN = 5;

/**
 * An inspection for a terminal: header, claims and verdict, side by side where there is room.
 *
 * @param columns - the width of the terminal
 */
export function inspectText(inspection: Inspection, style: Style, columns: number): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns));
  const blocks = [
    wrapWords(titleOf(inspection), width)
      .map((line) => style.bold(line))
      .join("\n"),
    inspection.description === null
      ? stacked(verdictLines(inspection, width), style)
      : picture(inspection, style, width),
    ...(inspection.size === null ? [] : [wrapWords(sizeWords(inspection.size), width).join("\n")]),
    ...inspection.notes.map((note) => wrapWords(oneLine(note), width).join("\n")),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function titleOf({ token, description, acceptable, verified, findings }: Inspection): string {
  const what = token === null ? (description ?? "no token") : oneLine(token);
  const faults = findings.filter(({ refuses }) => refuses).length;
  const count = `${faults} ${faults === 1 ? "fault" : "faults"}`;
  const trust = verified ? "its signature is verified" : "nothing was verified";
  if (!acceptable) return `${capital(what)}: not acceptable, ${count}; ${trust}.`;
  return `${capital(what)}: no fault found, ${verified ? "and" : "but"} ${trust}.`;
}

/** Only what we say begins with a capital; a token's key stays as it is written. */
function capital(words: string): string {
  return words.startsWith("an ") || words.startsWith("a ") || words.startsWith("no ")
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
}

function picture(inspection: Inspection, style: Style, width: number): string {
  const { header, claims, findings } = inspection;
  const faulty = new Set(findings.map(({ claim }) => claim));
  const block = (title: string, lines: readonly Line[]): Line[] => [{ text: title, look: "bold" }, ...lines];
  if (width < SIDE_BY_SIDE) {
    return [
      stacked(block("HEADER", memberLines(header, width, new Set())), style),
      stacked(block("CLAIMS", memberLines(claims, width, faulty)), style),
      stacked(block("VERDICT", verdictLines(inspection, width)), style),
    ].join("\n\n");
  }
  const ofHeader = block("HEADER", memberLines(header, HEADER_WIDTH, new Set()));
  const headerWidth = Math.max(...ofHeader.map(({ text }) => displayWidth(text)));
  const rest = width - headerWidth - separatorWidth(3);
  const claimsWidth = Math.floor(rest / 2);
  const verdictWidth = rest - claimsWidth;
  return sideBySide(
    [
      { width: headerWidth, lines: ofHeader },
      { width: claimsWidth, lines: block("CLAIMS", memberLines(claims, claimsWidth, faulty)) },
      { width: verdictWidth, lines: block("VERDICT", verdictLines(inspection, verdictWidth)) },
    ],
    style,
  );
}

function sizeWords({ bytes, maxBytes, header, payload, signature, claims }: TokenSize): string {
  const limit = maxBytes === null ? "" : ` of at most ${maxBytes}`;
  const parts = `header ${header}, payload ${payload}, signature ${signature}`;
  const largest = claims.slice(0, LARGEST_SHOWN).map(({ claim, bytes }) => `${shortName(claim)} ${bytes}`);
  const rest = claims.length > LARGEST_SHOWN ? ` and ${claims.length - LARGEST_SHOWN} more` : "";
  const byClaim = largest.length === 0 ? "" : ` By claim, about: ${largest.join(", ")}${rest}.`;
  return `Size: ${bytes}${limit} bytes (${parts}).${byClaim}`;
}
