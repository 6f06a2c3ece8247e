import { diffProjects } from "../diff/diff-projects.js";
import type { Rollout, TokenDiff } from "../diff/diff-report.js";
import type { HistoryEntry, HistoryToken } from "../docs/catalogue.js";
import { ClaimsmithError } from "../errors.js";
import { type DiffSide, loadSide } from "../io/git/diff-side.js";
import { type Commit, listCommits } from "../io/git/git-history.js";
import type { LoadedProject } from "../io/project/load-project.js";

/** Older commits are not told: each is read from git and compared. */
const MOST_COMMITS = 100;

/** Letters of a commit's name that tell it from others to people. */
const SHORT_NAME = 9;

const ROLLOUTS: Readonly<Record<Rollout, string | null>> = {
  "any-order": null,
  "consumers-first": "consumers first",
  "producers-first": "producers first, then wait one lifetime",
  "two-step": "in two steps",
};

/**
 * What each commit of the current branch did to the claims, the newest first; commits that changed nothing of the contract
 * are left out. Only commits that touched a file that the claim sets are read from today are looked at.
 *
 * @throws {UsageError} `unknown_revision`
 * @throws {FileSystemError} `cannot_read` where git cannot be run
 */
export async function claimHistory(
  configPath: string,
  { folder, inputs }: Pick<LoadedProject, "folder" | "inputs">,
): Promise<readonly HistoryEntry[]> {
  const files = inputs.map(({ file }) => file).filter((file) => !file.startsWith("claimsmith:"));
  const commits = [...listCommits(folder, files, MOST_COMMITS + 1)].reverse();
  const entries: HistoryEntry[] = [];
  let before: DiffSide | null = null;
  for (const [at, commit] of commits.entries()) {
    const read = readCommit(commit, configPath, folder);
    // The oldest of too many is only there to compare with.
    const isShown = at > 0 || commits.length <= MOST_COMMITS;
    if ("problem" in read) {
      if (before !== null && isShown) entries.push({ ...shown(commit), problem: read.problem, tokens: [] });
      continue;
    }
    const tokens = before === null ? addedTokens(read.side) : await changedTokens(before, read.side, commit.date);
    if (tokens.length > 0 && isShown) entries.push({ ...shown(commit), problem: null, tokens });
    before = read.side;
  }
  return entries.reverse();
}

function shown({ name, date, subject }: Commit): Pick<HistoryEntry, "commit" | "date" | "subject"> {
  return { commit: name.slice(0, SHORT_NAME), date, subject };
}

function readCommit(
  { name }: Commit,
  configPath: string,
  cwd: string,
): { readonly side: DiffSide } | { readonly problem: string } {
  try {
    return { side: loadSide(name, { cwd, config: configPath }) };
  } catch (error) {
    // A state that never worked is a part of the history, and no reason to tell none.
    if (!(error instanceof ClaimsmithError)) throw error;
    return { problem: `It could not be compared: ${error.message}` };
  }
}

function addedTokens({ project }: DiffSide): readonly HistoryToken[] {
  return project.tokens.map(({ key }) => ({ token: key, level: "added", rollout: null, changes: [] }));
}

/** @param date - of the commit: what was a date in the future then, it compares as such */
async function changedTokens(before: DiffSide, after: DiffSide, date: string): Promise<readonly HistoryToken[]> {
  const { tokens } = await diffProjects(before.project, after.project, { today: date });
  return tokens.filter(({ changes }) => changes.length > 0).map(historyToken);
}

function historyToken({ token, level, rollout, changes }: TokenDiff): HistoryToken {
  const [first] = changes;
  const isWhole = first?.kind === "token-added" || first?.kind === "token-removed";
  return {
    token,
    level: first?.kind === "token-added" ? "added" : first?.kind === "token-removed" ? "removed" : level,
    rollout: isWhole ? null : ROLLOUTS[rollout],
    changes: isWhole ? [] : changes.map(({ message }) => message),
  };
}
