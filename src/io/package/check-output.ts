import fs from "node:fs";
import path from "node:path";
import { ConfigError, FileSystemError, type Location } from "../../errors.js";
import { isInside, showPath } from "../files/paths.js";
import { isAbsence, toFileSystemError } from "../files/system-error.js";

/**
 * Throws unless an output folder may be written: it, or the place where it will be made, lies in the
 * config's folder, links resolved, and no file is in the way.
 *
 * @param output - absolute path of the output folder
 * @param within - absolute path of the config's folder
 * @param at - the place of `output` in the config
 * @throws {ConfigError} `output_outside`
 * @throws {FileSystemError} `not_a_folder`, `cannot_read`
 */
export function checkOutput(output: string, within: string, at?: Location): void {
  const place = at ?? { file: showPath(output) };
  const root = path.resolve(within);
  const target = path.resolve(output);
  if (!isInside(root, target) || target === root) throw outside(output, place, "is not inside");
  for (let folder = target; folder !== root; folder = path.dirname(folder)) {
    const stat = lstat(folder);
    if (stat === undefined) continue;
    if (stat.isSymbolicLink()) checkLink(folder, target, root, place);
    else if (!stat.isDirectory()) throw notAFolder(folder, place);
  }
}

function lstat(folder: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    // A part of the path is a file; the loop comes to it next.
    if (isAbsence(error)) return undefined;
    throw toFileSystemError(error, "cannot_read", folder);
  }
}

/** The output itself is swapped by rename, which would replace the link; above it a link may stay in the folder. */
function checkLink(folder: string, output: string, within: string, place: Location): void {
  if (folder === output) throw outside(output, place, "is a link and may lead out of");
  let real: string;
  let root: string;
  try {
    real = fs.realpathSync(folder);
    root = fs.realpathSync(within);
  } catch (error) {
    if (isAbsence(error)) throw outside(output, place, "is behind a link that may lead out of");
    throw toFileSystemError(error, "cannot_read", folder);
  }
  if (!isInside(root, real)) throw outside(output, place, "is behind a link that leads out of");
  if (!fs.statSync(real).isDirectory()) throw notAFolder(folder, place);
}

function outside(output: string, at: Location, how: string): ConfigError {
  return new ConfigError("output_outside", `The output folder ${showPath(output)} ${how} the config's folder.`, {
    at,
    expected: "a folder inside the config's folder that is no link",
    hint: "Remove the link, or name another folder as `output`.",
  });
}

function notAFolder(folder: string, at: Location): FileSystemError {
  return new FileSystemError("not_a_folder", `${showPath(folder)} is a file, and the output needs a folder there.`, {
    at,
    expected: "a folder, or nothing",
    hint: "Move the file away, or name another folder as `output`.",
  });
}
