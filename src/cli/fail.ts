import fs from "node:fs";
import path from "node:path";
import { ClaimsmithError } from "../errors.js";
import { errorText } from "../report/error-text.js";
import type { Terminal } from "./terminal.js";

/** Exit code of a command that could not run. */
const COULD_NOT_RUN = 2;

/**
 * Runs a command; what goes wrong is worded on stderr.
 *
 * @param folder - gives the folder that the names in errors are relative to, once it is known; null where no line of a file may be shown
 * @returns the command's exit code, or 2 where it could not run
 */
export async function reportingErrors(
  terminal: Terminal,
  folder: () => string | null,
  command: () => Promise<number>,
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    terminal.progress("");
    if (error instanceof ClaimsmithError) {
      terminal.err(errorText(error, readSource(error, folder), terminal.style));
    } else {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      terminal.err(
        `${trace}\n\nThis is a fault in claimsmith, not in your files. Please report it with the lines above.\n`,
      );
    }
    return COULD_NOT_RUN;
  }
}

function readSource(error: ClaimsmithError, folder: () => string | null): string | null {
  if (error.at?.line === undefined) return null;
  try {
    const base = folder();
    return base === null ? null : fs.readFileSync(path.resolve(base, error.at.file), "utf8");
  } catch {
    return null; // The frame is a courtesy; the error says where it is without it.
  }
}
