import type { Inspection } from "../inspect/inspection.js";

/** What JSON.stringify() leaves as it is although a terminal obeys it: C1 controls, separators, format characters. */
const UNESCAPED = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/** An inspection as the interface's stable JSON: header and claims as they were read, never the signature. */
export function inspectJson({ token, acceptable, verified, findings, header, claims }: Inspection): string {
  const shown = {
    token,
    acceptable,
    verified,
    findings: findings.map(({ code, claim, expected, message }) => ({ code, claim, expected, message })),
    header,
    claims,
  };
  // Outside strings, JSON has none of these characters.
  return `${JSON.stringify(shown, null, 2).replace(UNESCAPED, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
