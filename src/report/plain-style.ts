import type { Style } from "./error-text.js";

const same = (text: string): string => text;

/** Sets nothing off: for files, and for whatever is no terminal. */
export const PLAIN_STYLE: Style = { red: same, bold: same, dim: same };
