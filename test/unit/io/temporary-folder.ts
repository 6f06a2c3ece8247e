import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** Returns a new folder that goes when the test ends, with its links resolved. */
export function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "claimsmith-io-")));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, given by their path in a folder, with the folders that they need. */
export function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
}

/** Returns every file and link below a folder with its content; a link as `-> target`, an empty folder as `/`. */
export function readTree(folder: string): Record<string, string> {
  const entries: [string, string][] = [];
  const walk = (relative: string): void => {
    const children = fs.readdirSync(path.join(folder, relative), { withFileTypes: true });
    if (children.length === 0 && relative !== "") entries.push([relative, "/"]);
    for (const child of children) {
      const name = relative === "" ? child.name : `${relative}/${child.name}`;
      const full = path.join(folder, name);
      if (child.isDirectory()) walk(name);
      else entries.push([name, child.isSymbolicLink() ? `-> ${fs.readlinkSync(full)}` : fs.readFileSync(full, "utf8")]);
    }
  };
  walk("");
  return Object.fromEntries(entries.sort(([first], [second]) => (first < second ? -1 : 1)));
}
