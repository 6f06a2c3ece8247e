// @ts-check
import { runProgram } from "./run-program.js";

/** How long a fetch may take, in milliseconds. */
const FETCH_TIMEOUT_MS = 120_000;

/**
 * The git repository that holds a folder.
 *
 * @typedef {ReturnType<typeof openGit>} Git
 */

/**
 * Returns what the action asks of git, in one folder of a work tree.
 *
 * @param {string} cwd
 */
export function openGit(cwd) {
  const git = (/** @type {readonly string[]} */ words, timeoutMs = 0) =>
    runProgram("git", words, {
      cwd,
      env: { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" },
      timeoutMs,
    });

  /** @param {string} revision */
  async function resolve(revision) {
    const { code, stdout } = await git([
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{commit}`,
    ]);
    const commit = stdout.trim();
    return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
  }

  return {
    /** The full id of a commit, null where this clone does not have it. */
    resolve,

    /** The ids of the parents of HEAD, also of those that a shallow clone does not have. */
    async parentsOfHead() {
      const { stdout } = await git(["cat-file", "commit", "HEAD"]);
      const [header = ""] = stdout.split("\n\n", 1);
      return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
    },

    /**
     * The best common ancestor of two commits, null where the history that is here shows none.
     *
     * @param {string} one
     * @param {string} other
     */
    async mergeBase(one, other) {
      const { code, stdout } = await git(["merge-base", one, other]);
      return code === 0 ? stdout.trim() : null;
    },

    /**
     * Fetches one commit: alone into a shallow clone, and into a complete one with its history, which the clone has for
     * the most part, and which would be cut off otherwise.
     *
     * @param {string} name - a commit's id, or the name of a branch or tag of `origin`
     * @returns {Promise<{ commit: string } | { message: string }>} the message is git's, in its last line
     */
    async fetch(name) {
      const isShallow = (await git(["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
      const depth = isShallow ? ["--depth=1"] : [];
      const words = ["fetch", "--quiet", "--no-tags", ...depth, "--no-recurse-submodules", "origin", name];
      const { code, signal, stderr } = await git(words, FETCH_TIMEOUT_MS);
      const commit = code === 0 ? await resolve("FETCH_HEAD") : null;
      if (commit !== null) return { commit };
      const said = stderr.trim().split("\n").at(-1) ?? "";
      return { message: signal === null ? said : `it took longer than ${FETCH_TIMEOUT_MS / 1000} seconds` };
    },

    /**
     * The texts of the JSON files of a commit that the work tree no longer has.
     *
     * @param {string} commit
     * @returns {Promise<string[]>}
     */
    async removedJsonFiles(commit) {
      const words = ["diff", "--name-only", "-z", "--no-renames", "--diff-filter=D", commit, "--", ":(top)*.json"];
      const { stdout } = await git(words);
      const texts = [];
      // One after the other: a pull request may remove a thousand of them.
      for (const file of stdout.split("\0").filter((one) => one !== "")) {
        texts.push((await git(["cat-file", "blob", `${commit}:${file}`])).stdout);
      }
      return texts;
    },
  };
}
