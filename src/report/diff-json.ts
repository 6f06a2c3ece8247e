import type { Change, DiffReport, TokenDiff } from "../diff/diff-report.js";

/** A report as the interface's stable JSON. */
export function diffJson({ tokens }: DiffReport): string {
  return `${JSON.stringify({ tokens: tokens.map(tokenMember) }, null, 2)}\n`;
}

function tokenMember({ token, backward, forward, level, rollout, plan, expansion, size, changes }: TokenDiff) {
  return { token, backward, forward, level, rollout, plan, expansion, size, changes: changes.map(changeMember) };
}

function changeMember(change: Change) {
  const { id, kind, claim, path, message, breaks, witness, proof, location, readers, accepted } = change;
  return {
    id,
    kind,
    claim,
    path,
    message,
    breaks,
    witness: witness?.claims ?? null,
    ...(witness === null ? {} : { refuted: witness.direction }),
    ...(witness?.issue ? { issue: witness.issue } : {}),
    ...(proof === null ? {} : { proof }),
    ...(location === null ? {} : { location }),
    ...(readers.length === 0 ? {} : { readers }),
    ...(accepted === null ? {} : { accepted }),
  };
}
