import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeProject } from "./scratch-project.js";

/** A git repository in a folder of its own, whose commits depend on no setting of the machine. */
export interface ScratchRepository {
  readonly folder: string;
  /** Runs git in the repository; returns what it prints. */
  git(...words: readonly string[]): string;
  /** Writes files and commits everything. */
  commit(files: Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** Returns a new, empty repository with the branch `main`. */
export function scratchRepository(): ScratchRepository {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "claimsmith-repository-")));
  const git = (...words: readonly string[]): string =>
    execFileSync("git", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git("init", "-q");
  git("symbolic-ref", "HEAD", "refs/heads/main");
  git("config", "user.name", "Scratch");
  git("config", "user.email", "scratch@example.com");
  git("config", "commit.gpgsign", "false");
  return {
    folder,
    git,
    commit(files) {
      writeProject(folder, files);
      git("add", "-A");
      git("commit", "-q", "-m", "A state.");
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
