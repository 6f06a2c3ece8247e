import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";

/** What a command printed, and the exit code that it wants. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A terminal without colours, and what was written to it. */
export function recordingTerminal(columns = 100): {
  readonly terminal: Terminal;
  readonly written: { out: string; err: string };
} {
  const written = { out: "", err: "" };
  const plain = (text: string) => text;
  const terminal: Terminal = {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    progress: () => {},
    style: { red: plain, bold: plain, dim: plain },
    columns,
  };
  return { terminal, written };
}

/** Runs the command line of the sources in this process, as a terminal of so many columns without colours sees it. */
export async function runInProcess(words: readonly string[], columns = 100): Promise<Printed> {
  const { terminal, written } = recordingTerminal(columns);
  return { code: await run(words, terminal), ...written };
}
