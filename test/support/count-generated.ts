import { generatePackage } from "../../src/emit/generate-package.js";
import { ClaimsmithError } from "../../src/errors.js";
import type { RefusedGroup } from "./count-verdicts.js";
import type { SuiteGroup } from "./json-schema-suite.js";
import { configOf, projectOf } from "./project.js";

/** What generating from each group came to. */
export interface GeneratedCount {
  readonly generated: number;
  readonly refused: readonly RefusedGroup[];
  /** Groups that need a document from elsewhere. */
  readonly leftOut: number;
}

/** Generates a package from each group's schema, as the one claim of a claim set. */
export async function countGenerated(groups: readonly SuiteGroup[]): Promise<GeneratedCount> {
  let generated = 0;
  let leftOut = 0;
  const refused: RefusedGroup[] = [];
  for (const group of groups) {
    if (group.outcome.kind === "remote") {
      leftOut++;
      continue;
    }
    try {
      const claimSet = { type: "object", properties: { claim: { $ref: "group.json" } } };
      const files = { "schema.json": claimSet, "group.json": group.authored };
      await generatePackage(projectOf(configOf(), files));
      generated++;
    } catch (error) {
      if (!(error instanceof ClaimsmithError)) throw error;
      const label = `${group.draft} ${group.file}: ${group.description}`;
      refused.push({ label, reason: `${error.code}: ${error.message}` });
    }
  }
  return { generated, refused, leftOut };
}
