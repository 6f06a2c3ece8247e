import { execFileSync } from "node:child_process";
import process from "node:process";
import { FileSystemError, UsageError } from "../../errors.js";
import { quoteText } from "../../text/quote-text.js";
import { suggest } from "../../text/suggest.js";
import { MAX_INPUT_BYTES } from "../files/read-file.js";
import { systemCode } from "../files/system-error.js";

/** A commit of the git repository that holds a folder. Its files are read from git's objects; nothing is checked out. */
export interface GitRevision {
  /** As the user named it. */
  readonly name: string;
  /** The repository's root folder, absolute, links resolved. */
  readonly root: string;
  /**
   * The bytes of a file, null where the revision has no such file; links to other files of the revision are followed.
   *
   * @param path - from the repository's root, `/` as separator
   * @throws {FileSystemError} `cannot_read`
   */
  read(path: string): Uint8Array | null;
}

/** Links that lead to links, and no further. */
const MAX_LINKS = 10;

/**
 * Opens a revision such as `main`, `HEAD~3` or `v1.2.0`.
 *
 * @param folder - absolute; any folder of the work tree
 * @throws {UsageError} `unknown_revision` where there is no such revision, or no repository
 * @throws {FileSystemError} `cannot_read` where git cannot be run
 */
export function openRevision(folder: string, name: string): GitRevision {
  const root = findRoot(folder, name);
  const commit = name === "" || name.includes("\0") ? null : resolveCommit(root, name);
  if (commit === null) throw unknownRevision(root, name);
  return {
    name,
    root,
    read: (path) => readBlob(root, commit, path, MAX_LINKS),
  };
}

/**
 * Says whether git passes over a file: it is not tracked, and an ignore rule names it. False where git cannot tell.
 *
 * @param folder - absolute; the work tree's root
 * @param file - absolute, links resolved; it does not have to exist
 * @throws {FileSystemError} `cannot_read` where git cannot be run
 */
export function isIgnored(folder: string, file: string): boolean {
  // It takes an absolute path as it stands, and refuses to be told to.
  return runGit(folder, ["check-ignore", "--quiet", "--", file], { GIT_LITERAL_PATHSPECS: "0" }).ok;
}

function findRoot(folder: string, name: string): string {
  const found = runGit(folder, ["rev-parse", "--show-toplevel"]);
  // A path may end in blanks; git ends it with one line feed.
  if (found.ok) return found.out.toString("utf8").replace(/\n$/, "");
  throw new UsageError(
    "unknown_revision",
    `${quoteText(name)} is no file, and no revision either: this folder is not in a git repository.`,
    {
      expected: "a schema file, a config file, or inside a git repository a revision such as `main`",
      hint: found.message === "" ? "Check the path." : `git says: ${quoteText(found.message, 200)}`,
    },
  );
}

function resolveCommit(root: string, name: string): string | null {
  const found = runGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  const commit = found.ok ? found.out.toString("ascii").trim() : "";
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}

function unknownRevision(root: string, name: string): UsageError {
  const shallow = runGit(root, ["rev-parse", "--is-shallow-repository"]);
  const names = runGit(root, ["for-each-ref", "--format=%(refname:short)"]);
  const nearest = names.ok ? suggest(name, names.out.toString("utf8").split("\n").filter(Boolean)) : null;
  const isShallow = shallow.ok && shallow.out.toString("ascii").trim() === "true";
  const hints = [
    ...(nearest === null ? [] : [`Did you mean ${quoteText(nearest)}?`]),
    ...(isShallow ? ["This clone is shallow and has only a part of the history: run `git fetch --unshallow`."] : []),
  ];
  return new UsageError("unknown_revision", `${quoteText(name)} is neither a file nor a revision of this repository.`, {
    expected: "a schema file, a config file, or a revision such as `main` or `HEAD~3`",
    hint: hints.length === 0 ? "Run `git fetch`, or check the name." : hints.join(" "),
  });
}

function readBlob(root: string, commit: string, path: string, links: number): Uint8Array | null {
  if (path.includes("\0") || path === "" || path === ".." || path.startsWith("../")) return null;
  // Patterns are read as they stand, so that a file may be called `*`.
  const listed = gitOrThrow(root, ["ls-tree", "-z", "--full-tree", commit, "--", path], path);
  const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(listed.toString("utf8")) ?? [];
  if (type !== "blob" || object === undefined) return null;
  const bytes = gitOrThrow(root, ["cat-file", "blob", object], path);
  if (mode !== "120000") return bytes;
  const target = bytes.toString("utf8");
  return links === 0 || target.startsWith("/") ? null : readBlob(root, commit, join(path, target), links - 1);
}

/** The path that a link leads to, from the repository's root. */
function join(path: string, target: string): string {
  const segments = path.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") {
      if (segments.length === 0 || segments.at(-1) === "..") segments.push("..");
      else segments.pop();
    } else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function gitOrThrow(root: string, words: readonly string[], path: string): Buffer {
  const result = runGit(root, words);
  if (result.ok) return result.out;
  throw new FileSystemError("cannot_read", `git cannot read ${quoteText(path)}.`, {
    at: { file: path },
    hint: `git says: ${quoteText(result.message, 200)}`,
  });
}

type GitResult = { readonly ok: true; readonly out: Buffer } | { readonly ok: false; readonly message: string };

/**
 * Runs git without a shell, without asking anybody, and without the network.
 *
 * @param folder - absolute; where it runs
 * @returns what it prints, or what it says is wrong
 * @throws {FileSystemError} `cannot_read` where git cannot be run
 */
export function runGit(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): GitResult {
  try {
    const out = execFileSync("git", words, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: MAX_INPUT_BYTES,
      env: {
        ...process.env,
        LC_ALL: "C",
        GIT_LITERAL_PATHSPECS: "1",
        GIT_NO_LAZY_FETCH: "1",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_TERMINAL_PROMPT: "0",
        ...environment,
      },
    });
    return { ok: true, out };
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT") {
      throw new FileSystemError("cannot_read", "git cannot be run: it is not installed, or not on the PATH.", {
        hint: "Install git. `claimsmith diff` compares two files without it.",
        cause: error,
      });
    }
    if (code === "ENOBUFS") return { ok: false, message: "the file is larger than 32 MiB" };
    if (!(error instanceof Error)) throw error;
    const [, line = ""] = /^(.*)$/m.exec(String(Reflect.get(error, "stderr") ?? "")) ?? [];
    return { ok: false, message: line };
  }
}
