import { ClaimsmithError } from "../errors.js";
import { fixFiles } from "../io/lint/fix-files.js";
import type { Finding } from "../lint/finding.js";

/** Mending one thing may bring another to light, and one fix that does not do costs a round; what needs more goes in circles. */
const MAX_ROUNDS = 50;

/**
 * Mends what has one right answer, and looks again until nothing is left to mend. A fix after which the project no longer
 * loads is taken back.
 *
 * @param folder - absolute path of the config's folder
 * @param found - what was found at first
 * @param find - looks again, from disk
 * @param select - which of the findings are to be mended
 * @returns what is found at last, and what was mended
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export async function mendFindings(
  folder: string,
  found: readonly Finding[],
  find: () => Promise<readonly Finding[]>,
  select: (findings: readonly Finding[]) => readonly Finding[],
): Promise<{ readonly findings: readonly Finding[]; readonly mended: readonly Finding[] }> {
  let findings = found;
  const mended: Finding[] = [];
  /** Fixes that did not do, as text: they would be offered again each time. */
  const refused = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const offered = select(findings).filter(({ fix }) => fix !== null && !refused.has(JSON.stringify(fix)));
    if (offered.length === 0) break;
    const together = await attempt(folder, offered, find);
    if (together !== null) {
      if (together.mended.length === 0) break;
      findings = together.findings;
      mended.push(...together.mended);
      continue;
    }
    // Not all do: each alone shows which.
    const [first] = offered;
    const alone = first === undefined ? null : await attempt(folder, [first], find);
    if (first !== undefined && (alone === null || alone.mended.length === 0)) refused.add(JSON.stringify(first.fix));
    if (alone !== null) {
      findings = alone.findings;
      mended.push(...alone.mended);
    }
  }
  return { findings, mended };
}

/** Makes fixes and looks again; null, with every file as it was, where the project no longer loads. */
async function attempt(
  folder: string,
  offered: readonly Finding[],
  find: () => Promise<readonly Finding[]>,
): Promise<{ readonly findings: readonly Finding[]; readonly mended: readonly Finding[] } | null> {
  const { mended, restore } = fixFiles(folder, offered);
  try {
    return { findings: await find(), mended };
  } catch (error) {
    restore();
    if (error instanceof ClaimsmithError) return null;
    throw error;
  }
}
