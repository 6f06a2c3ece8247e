import type { Style } from "./error-text.js";

/** How a result is set. */
export interface FormatOptions {
  /** How words are set off; plain by default. */
  readonly style?: Style | undefined;
  /** The width that it is broken to, 80 by default. */
  readonly columns?: number | undefined;
  /** Of claimsmith; named in a log that says which tool wrote it, where it is given. */
  readonly version?: string | undefined;
}
