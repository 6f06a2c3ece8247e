// @ts-check
import path from "node:path";

/**
 * Returns the annotations among the lines that a command printed, and the rest. GitHub reads the file of an annotation
 * from the root of the repository; claimsmith names it from the folder in which it runs.
 *
 * @param {string} printed - with `--format github`
 * @param {string} folder - the folder of the run from the repository's root, `/` as separator, "" for the root
 * @returns {{ annotations: string, rest: string }}
 */
export function splitAnnotations(printed, folder) {
  const lines = printed.split("\n");
  const isAnnotation = (/** @type {string} */ line) => /^::(?:error|warning|notice)(?: [^\r]*?)?::[^\r]*$/.test(line);
  const annotations = lines.filter(isAnnotation).map((line) => `${fromRoot(line, folder)}\n`);
  return {
    annotations: annotations.join(""),
    rest: lines.filter((line) => line !== "" && !isAnnotation(line)).join("\n"),
  };
}

/**
 * @param {string} line
 * @param {string} folder
 */
function fromRoot(line, folder) {
  // The properties end at the first `::`, and `:` and `,` are escaped within them.
  return line.replace(
    /^(::[a-z]+ (?:[a-z]+=[^,:]*,)*?file=)([^,:]*)/i,
    (_, before, file) => `${before}${path.posix.join(folder, file)}`,
  );
}
