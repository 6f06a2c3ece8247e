import fs from "node:fs";

/**
 * Returns the files in a folder and in those below it, as paths from the folder with `/` between names, in no order.
 *
 * Node's own `recursive` takes ten times as long, which would be a fifth of a run that has nothing to do.
 *
 * @throws what `node:fs` throws where a folder cannot be read
 */
export function listFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(`${folder}/${entry.name}`).map((file) => `${entry.name}/${file}`) : [entry.name],
    );
}
