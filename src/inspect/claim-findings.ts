import { mergeIssues } from "../runtime/claims/explain-errors.js";
import { checkClaimSet, runValidator } from "../runtime/claims/validation.js";
import type { ClaimIssue } from "../runtime/errors/claim-issue.js";
import { splitPointer } from "../runtime/errors/pointer.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { checkTimeForms } from "../runtime/policy/times.js";
import { type Finding, refusal } from "./inspection.js";
import { typeWords } from "./words.js";

type Claims = Readonly<Record<string, unknown>>;

/** In which order issues are mended: a claim that is not there, then its name, its value, and what is too much. */
const ORDER: readonly ClaimIssue["code"][] = ["missing", "misnamed", "invalid", "unknown"];

/**
 * What the claim set refuses, by the runtime's own validation, and what it lets pass although the set does not have it:
 * names that were probably meant to be others, and names that consumers ignore.
 */
export function findClaimFaults(claims: Claims, definition: ConsumerDefinition): Finding[] {
  // A copy: with `unknownClaims: "strip"` the check takes undeclared names out of what it is given.
  const result = checkClaimSet(definition, structuredClone(claims));
  const issues = mergeIssues("issues" in result ? result.issues : [], timeForms(claims, definition));
  const refused = withoutRepeats(issues);
  const passed = definition.closed === null ? [] : findUndeclared(claims, definition, refused);
  const finding = (issue: ClaimIssue): Finding => toFinding(issue, claims);
  return [
    ...inOrder(refused).map(finding),
    ...inOrder(passed).map((issue) => ({ ...letPass(finding(issue), issue), refuses: false })),
  ];
}

/** `exp` has to be there for every kind that a config describes; RFC 7519 alone leaves it open. */
function timeForms(claims: Claims, { policy }: ConsumerDefinition): ClaimIssue[] {
  const isPlain = policy.token === "";
  return checkTimeForms(claims).filter(({ code }) => !isPlain || code !== "missing");
}

/** Without what is missing only under its right name. */
function withoutRepeats(issues: readonly ClaimIssue[]): readonly ClaimIssue[] {
  const meant = new Set(issues.flatMap(({ expected }) => (expected === undefined ? [] : [expected])));
  return issues.filter(({ code, claim, path }) => {
    const isTop = path.lastIndexOf("/") === 0;
    return !(code === "missing" && isTop && meant.has(claim));
  });
}

/** What the closed claim set says of names alone, beyond what is refused anyhow. */
function findUndeclared(
  claims: Claims,
  definition: ConsumerDefinition,
  refused: readonly ClaimIssue[],
): readonly ClaimIssue[] {
  if (definition.closed === null || definition.policy.unknownClaims === "reject") return [];
  const paths = new Set(refused.map(({ path }) => path));
  return runValidator(definition.closed, claims, definition).filter(
    ({ code, path }) => (code === "unknown" || code === "misnamed") && !paths.has(path),
  );
}

function inOrder(issues: readonly ClaimIssue[]): ClaimIssue[] {
  return [...issues].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function toFinding({ code, claim, path, message, keyword, expected }: ClaimIssue, claims: Claims): Finding {
  if (code !== "invalid") return refusal(code, message, { claim, expected: expected ?? null });
  const came = keyword === "false schema" ? "" : ` It came as ${typeWords(valueAt(claims, path))}.`;
  const [, rule] = / must be (.+)\.$/s.exec(message) ?? [];
  return refusal(code, `${message}${path === "" ? "" : came}`, { claim, expected: rule ?? null });
}

function letPass(finding: Finding, { code }: ClaimIssue): Finding {
  return code === "unknown"
    ? { ...finding, message: finding.message.replace(/\.$/, "; consumers ignore it.") }
    : finding;
}

function valueAt(claims: Claims, path: string): unknown {
  let value: unknown = claims;
  for (const name of splitPointer(path)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}
