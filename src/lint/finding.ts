import type { Location } from "../errors.js";
import type { Fix } from "./fix.js";

/** How much a finding counts: an `error` fails the check, a `warn` only beyond `--max-warnings`. */
export type FindingSeverity = "error" | "warn";

/** How much a rule counts; `off` keeps it from running. */
export type Severity = FindingSeverity | "off";

/** One thing that lint has to say, about one place. */
export interface Finding {
  /** The id of the rule, as `lint.rules` and `x-claimsmith-ignore` name it. */
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** The key of the token in the config; null for what concerns the project as a whole. */
  readonly token: string | null;
  /** The claim's name on the wire; null for what concerns no single claim. */
  readonly claim: string | null;
  readonly location: Location;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, as a sentence; null where the message says it all. */
  readonly help: string | null;
  /** Where the demand comes from: "RFC 7519 section 4.1". */
  readonly source: readonly string[];
  /** The edits that mend it, where there is one right answer. */
  readonly fix: Fix | null;
  /** The same for the same finding when files move, are reformatted, or change elsewhere. Hexadecimal. */
  readonly fingerprint: string;
}
