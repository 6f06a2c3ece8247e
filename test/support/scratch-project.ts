import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type GenerateResult, generate } from "../../src/api/generate.js";
import { ClaimsmithError } from "../../src/errors.js";
import { REPOSITORY } from "./project.js";

/** What a file of a scratch project holds: bytes or text as they are, any other value as JSON. */
export type Content = unknown;

/** Returns a new folder, links resolved, in which generated packages find `jose`. */
export function scratchFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "claimsmith-scratch-")));
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  fs.writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

/** Writes the files of a project, given by their path in the folder. */
export function writeProject(folder: string, files: Readonly<Record<string, Content>>): void {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(
      target,
      typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content, null, 2),
    );
  }
}

/** Generates in a folder; returns what it did, or the error that a user would be told of. Any other error is thrown. */
export async function tryGenerate(folder: string): Promise<GenerateResult | ClaimsmithError> {
  try {
    return await generate({ cwd: folder, config: "claims.config.json" });
  } catch (error) {
    if (error instanceof ClaimsmithError) return error;
    throw error;
  }
}
