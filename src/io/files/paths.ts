import path from "node:path";
import process from "node:process";

/**
 * Returns a path as a message shows it: relative to the working directory, with `/`.
 *
 * @param file - absolute or relative to the working directory
 */
export function showPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" ? "." : relative.split(path.sep).join("/");
}

/**
 * Returns whether a path is a folder or lies below it, by name only: links are the caller's business.
 *
 * @param folder - absolute
 * @param file - absolute
 */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Returns -1, 0 or 1: the order of code units, the same on every machine and in every locale. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
