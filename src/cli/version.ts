import fs from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "../io/package-root.js";

/** The version of this package. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(PACKAGE_ROOT, "package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : null;
  return typeof version === "string" ? version : "unknown";
}
