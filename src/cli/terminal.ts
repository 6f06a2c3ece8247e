import process from "node:process";
import pc from "picocolors";
import type { Style } from "../report/error-text.js";

/** Where a command writes. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Shows what is being done to a person who watches; on any other stderr nothing. The empty text takes it away. */
  progress(text: string): void;
  /** How words are set off on stderr. */
  readonly style: Style;
  /** The same on stdout; plain where left out. */
  readonly outStyle?: Style;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** The process's own streams; colour only on a terminal, progress only where stderr is one, and no colour with NO_COLOR. */
export function terminal(): Terminal {
  const { stdout, stderr } = process;
  const coloursOf = (stream: { readonly isTTY?: boolean }) =>
    pc.createColors(stream.isTTY === true && pc.isColorSupported && !process.env.NO_COLOR);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    progress(text) {
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`);
    },
    style: coloursOf(stderr),
    outStyle: coloursOf(stdout),
    columns: stdout.columns ?? 80,
  };
}
