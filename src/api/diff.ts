import path from "node:path";
import { acceptChanges } from "../diff/accept-changes.js";
import { diffProjects } from "../diff/diff-projects.js";
import type { Change, DiffReport } from "../diff/diff-report.js";
import { type Location, UsageError } from "../errors.js";
import { loadSide } from "../io/git/diff-side.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { readToday } from "./read-today.js";

/** What `diff` compares. */
export interface DiffOptions {
  /** A schema file, a config file, or a git revision. */
  readonly base: string;
  /** The same; the work tree by default. */
  readonly revision?: string | undefined;
  /** The config file, for the work tree and for revisions; else claims.config.json in `cwd` or the nearest parent. */
  readonly config?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
  /** Today's date, such as `2027-01-31`, for dates in the config and in schemas; by the clock (UTC) by default. */
  readonly today?: string | undefined;
}

const OPTIONS: OptionForms<DiffOptions> = {
  base: { needed: "text" },
  revision: "text",
  config: "text",
  cwd: "text",
  today: "text",
};

/**
 * Compares two states of the claims: which tokens of one side the other refuses, in which order to deploy, and what
 * stops compiling. Reads a revision from git's objects; writes nothing and checks nothing out.
 *
 * @throws {UsageError} `unknown_revision`, `invalid_option`
 * @throws {ClaimsmithError} for whatever is wrong on one of the sides, which the place names
 */
export async function diff(options: DiffOptions): Promise<DiffReport> {
  checkOptions("diff", options, OPTIONS);
  const today = readToday(options.today);
  const where = { cwd: path.resolve(options.cwd ?? "."), config: options.config };
  const base = loadSide(options.base, where);
  if (base.kind === "schema" && options.revision === undefined) throw twoSchemas();
  const revision = loadSide(options.revision ?? null, where);
  if (base.kind !== revision.kind) throw twoSchemas();
  const report = await diffProjects(base.project, revision.project, { today });
  const shown = ({ file, ...place }: Location): Location => {
    return { ...place, file: file.startsWith("claimsmith:") ? file : revision.showFile(file) };
  };
  const located = mapLocations(report, (change, location) => {
    // A change of policy stands at its key in the config, or where the key would be.
    const isPolicy = change !== null && change.claim === null && change.path !== "" && revision.kind === "project";
    return shown(isPolicy ? revision.config.locate(change.path) : location);
  });
  return acceptChanges(located, revision.config, today);
}

function twoSchemas(): UsageError {
  return new UsageError("invalid_option", "A bare schema file can only be compared with another schema file.", {
    expected: "two schema files, or on both sides a config file or a git revision",
    hint: "Name two schema files: `claimsmith diff OLD.json NEW.json`.",
  });
}

/** @param map - given the change that stands there, or null for a member of an expanded state */
function mapLocations(report: DiffReport, map: (change: Change | null, location: Location) => Location): DiffReport {
  return {
    tokens: report.tokens.map((token) => ({
      ...token,
      expansion: token.expansion && {
        ...token.expansion,
        schema: token.expansion.schema.map((member) => ({ ...member, location: map(null, member.location) })),
      },
      changes: token.changes.map((change) => ({
        ...change,
        location: change.location === null ? null : map(change, change.location),
      })),
    })),
  };
}
