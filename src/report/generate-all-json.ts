import type { FailedPackage, GenerateAllResult, GeneratedPackage } from "../api/generate-all.js";

/** The result of generate for several configs as stable JSON. */
export function generateAllJson({ packages }: GenerateAllResult): string {
  return `${JSON.stringify({ packages: packages.map(packageMembers) }, null, 2)}\n`;
}

function packageMembers(one: GeneratedPackage | FailedPackage): unknown {
  if (one.error !== null) {
    const { code, message, at = null } = one.error;
    return { config: one.config, written: [], removed: [], unchanged: 0, files: [], error: { code, message, at } };
  }
  const { config, written, removed, unchanged, files, error } = one;
  return { config, written, removed, unchanged, files, error };
}
