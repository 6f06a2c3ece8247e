import type { DocsResult } from "../api/docs.js";
import { visibleText } from "./visible-text.js";

/** What was written, and where to begin reading. */
export function docsText({ output, start, written, removed, unchanged }: DocsResult): string {
  const page = visibleText(`${output === "." ? "" : `${output}/`}${start}`);
  if (written.length === 0 && removed.length === 0) return `Unchanged: ${files(unchanged)}. Open ${page}.\n`;
  const gone = removed.length === 0 ? "" : `, ${files(removed.length)} removed`;
  return `Wrote ${files(written.length)}${gone}. Open ${page}.\n`;
}

/** Which tokens have no example, and what mends that, for stderr. */
export function docsNotes({ withoutExample }: DocsResult): string {
  return withoutExample
    .map(({ token, claims }) => {
      const names = claims.map((claim) => JSON.stringify(claim)).join(", ");
      const which = names === "" ? "its claim set" : names;
      return visibleText(`note ${JSON.stringify(token)} has no example: add "examples" to the schema of ${which}.\n`);
    })
    .join("");
}

function files(count: number): string {
  return `${count} file${count === 1 ? "" : "s"}`;
}
