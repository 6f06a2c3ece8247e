import { readFileSync } from "node:fs";

/**
 * Returns what a section of docs/prebuild.md says: `files`, path to text, and `commands`, each as its words.
 *
 * A file is a path in back-ticks at the start of a line that ends in a colon, and the block under it; commands are what stands behind `$`.
 */
export function readSection(heading) {
  const page = readFileSync(new URL("../../docs/prebuild.md", import.meta.url), "utf8");
  const [, rest] = page.split(`\n## ${heading}\n`);
  if (rest === undefined) throw new RangeError(`docs/prebuild.md has no section ${JSON.stringify(heading)}.`);
  const section = rest.split("\n## ", 1)[0];
  const files = new Map(
    [...section.matchAll(/^`([^`\n]+)`[^\n]*:\n\n```\w+\n(.*?)^```$/gms)].map(([, file, text]) => [file, text]),
  );
  const blocks = [...section.matchAll(/^```console\n(.*?)^```$/gms)].map(([, text]) => text).join("");
  const commands = [...blocks.matchAll(/^\$ (.+)$/gm)].map(([, line]) => line.split(" "));
  return { files, commands };
}
