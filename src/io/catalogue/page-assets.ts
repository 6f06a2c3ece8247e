import fs from "node:fs";
import path from "node:path";
import type { PageAssets } from "../../docs/html/page.js";
import { FileSystemError } from "../../errors.js";
import { PACKAGE_ROOT } from "../package-root.js";

/**
 * Returns the style and the scripts of the catalogue's pages, as they were built.
 *
 * @throws {FileSystemError} `cannot_read`, when this installation is incomplete
 */
export function readPageAssets(): PageAssets {
  return {
    style: read("catalogue.css"),
    pageScript: read("catalogue-page.js"),
    decodeScript: read("decode-page.js"),
  };
}

function read(name: string): string {
  const file = `dist/browser/${name}`;
  try {
    return fs.readFileSync(path.join(PACKAGE_ROOT, file), "utf8");
  } catch (cause) {
    throw new FileSystemError(
      "cannot_read",
      `A file of the catalogue is missing from claimsmith's own folder: ${file}.`,
      {
        at: { file },
        hint: "Install claimsmith again; in a checkout of it, run `npm run build`.",
        cause,
      },
    );
  }
}
