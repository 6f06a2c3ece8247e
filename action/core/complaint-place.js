// @ts-check

/**
 * Returns where an error of claimsmith says that it stands, as the properties of an annotation; none where it names no
 * line of a file of the work tree (a base's file is named behind its revision).
 *
 * @param {string} complaint
 * @returns {{ file: string, line: string, col: string } | Record<string, never>} the file as seen from the run's folder
 */
export function complaintPlace(complaint) {
  const [, file = "", line = "", col = ""] = /^ {2}at (.+?):(\d+):(\d+)(?: \(.*)?$/m.exec(complaint) ?? [];
  return file === "" || /^[^/]*:/.test(file) ? {} : { file, line, col };
}
