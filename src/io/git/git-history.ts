import path from "node:path";
import { UsageError } from "../../errors.js";
import { quoteText } from "../../text/quote-text.js";
import { runGit } from "./git.js";

/** A commit as a list of commits shows it. */
export interface Commit {
  /** The whole name. */
  readonly name: string;
  /** The day on which it was committed, in the committer's own time zone: `2027-01-31`. */
  readonly date: string;
  /** The first line of its message; a long one is cut. */
  readonly subject: string;
}

/** Of a subject no more is shown. Characters. */
const LONGEST_SUBJECT = 200;

/**
 * The commits of the current branch that changed any of some files, the newest first. Of what was merged, the merge counts:
 * that is when a change took effect.
 *
 * @param folder - absolute; any folder of the work tree
 * @param files - relative to the folder, with `/`
 * @param most - no more commits than this
 * @throws {UsageError} `unknown_revision` where there is no repository, or no commit in it
 * @throws {FileSystemError} `cannot_read` where git cannot be run
 */
export function listCommits(folder: string, files: readonly string[], most: number): readonly Commit[] {
  const form = "--format=%H%x00%cs%x00%s%x00";
  const words = ["log", "--first-parent", "--no-color", "--no-show-signature", `--max-count=${most}`, form];
  const listed = runGit(path.resolve(folder), [...words, "--", ...files]);
  if (!listed.ok) {
    throw new UsageError("unknown_revision", "There is no history to show: git has no commit for this folder.", {
      expected: "a config in a git repository with at least one commit",
      hint:
        listed.message === ""
          ? "Leave out `--history`."
          : `Leave out --history, or mend this: git says ${quoteText(listed.message, 200)}`,
    });
  }
  const fields = listed.out.toString("utf8").split("\0");
  const commits: Commit[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const name = (fields[at] ?? "").trim();
    commits.push({ name, date: fields[at + 1] ?? "", subject: cut(fields[at + 2] ?? "") });
  }
  return commits;
}

/** By characters, so that no half of a pair is left. */
function cut(subject: string): string {
  if (subject.length <= LONGEST_SUBJECT) return subject;
  return `${Array.from(subject.slice(0, LONGEST_SUBJECT * 2))
    .slice(0, LONGEST_SUBJECT)
    .join("")}…`;
}
