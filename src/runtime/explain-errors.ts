import { selectBestErrors } from "./best-errors.js";
import type { ClaimIssue, ValidatorError } from "./claim-issue.js";
import type { ClaimNameTable } from "./definition.js";
import { pairMisnamed } from "./misnamed.js";
import { appendPointer, splitPointer } from "./pointer.js";
import { quoteName } from "./quote-name.js";
import { wordInvalid, wordSubject } from "./word-issue.js";

/**
 * The issues of a claims object that a validator refused: one for each fault, in the validator's order,
 * with `misnamed` where a name that was found explains a claim that is missing.
 */
export function explainErrors(errors: readonly ValidatorError[], value: unknown, table: ClaimNameTable): ClaimIssue[] {
  const issues = mergeIssues(selectBestErrors(errors).map(toIssue));
  return nameMisnamed(withoutConsequences(issues, table), value, table);
}

/**
 * Leaves out what is unknown only because something else is wrong: where a part of a schema refuses, what that part
 * declares does not count as declared.
 */
function withoutConsequences(issues: ClaimIssue[], table: ClaimNameTable): ClaimIssue[] {
  const declared = new Set(table.names);
  return issues.filter((issue) => {
    if (issue.code !== "unknown" || issue.keyword !== "unevaluatedProperties") return true;
    // At the top it is known which names are declared; further down, the other fault comes first.
    if (isTop(issue) && !declared.has(issue.claim)) return true;
    const holder = issue.path.slice(0, issue.path.lastIndexOf("/"));
    return !issues.some((other) => isCause(other, holder));
  });
}

/** Whether an issue is in an object, or in something that the object holds, and may be why its members seem undeclared. */
function isCause({ code, keyword, path }: ClaimIssue, holder: string): boolean {
  if (path !== holder && !path.startsWith(`${holder}/`)) return false;
  const isMember = path.lastIndexOf("/") === holder.length;
  return !(code === "unknown" && keyword === "unevaluatedProperties" && isMember);
}

/** Whether an issue is about a claim itself and not about something in it. */
function isTop(issue: ClaimIssue): boolean {
  return issue.path.lastIndexOf("/") === 0;
}

/** The issues of several checks, each place and code once. */
export function mergeIssues(...lists: readonly (readonly ClaimIssue[])[]): ClaimIssue[] {
  const issues = new Map<string, ClaimIssue>();
  for (const issue of lists.flat()) {
    const key = JSON.stringify([issue.path, issue.code, issue.code === "invalid" ? issue.keyword : null]);
    if (!issues.has(key)) issues.set(key, issue);
  }
  return [...issues.values()];
}

function toIssue(error: ValidatorError): ClaimIssue {
  const { keyword } = error;
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params;
  switch (keyword) {
    case "required":
    case "dependentRequired":
    case "dependencies":
      return memberIssue("missing", "is missing", missingProperty, error);
    case "additionalProperties":
      return memberIssue("unknown", "is not in the claim set", additionalProperty, error);
    case "unevaluatedProperties":
      return memberIssue("unknown", "is not in the claim set", unevaluatedProperty, error);
    default: {
      const path = error.instancePath;
      const [claim = ""] = splitPointer(path);
      return { code: "invalid", claim, path, message: wordInvalid(error, claim, path), keyword };
    }
  }
}

function memberIssue(code: "missing" | "unknown", problem: string, member: unknown, error: ValidatorError): ClaimIssue {
  const path = appendPointer(error.instancePath, String(member));
  const [claim = ""] = splitPointer(path);
  return { code, claim, path, message: `${wordSubject(claim, path)} ${problem}.`, keyword: error.keyword };
}

/** Puts `misnamed` in the place of what is missing, or unknown, because of a wrong name. */
function nameMisnamed(issues: ClaimIssue[], value: unknown, table: ClaimNameTable): ClaimIssue[] {
  const missing = issues.filter((issue) => issue.code === "missing" && isTop(issue)).map(({ claim }) => claim);
  const unknown = issues.filter((issue) => issue.code === "unknown" && isTop(issue)).map(({ claim }) => claim);
  if (missing.length === 0 && unknown.length === 0) return issues;

  const names = readNames(value);
  const declared = new Set(table.names);
  const found = names.filter((name) => !declared.has(name));
  const present = new Set(names);
  const absent = table.names.filter((name) => !present.has(name) && !missing.includes(name));
  const pairs = pairMisnamed(missing, found, table);
  // A claim that may be absent is only missed where its misspelt name is refused.
  const rest = unknown.filter((name) => !pairs.has(name));
  for (const [name, meant] of pairMisnamed(absent, rest, table)) pairs.set(name, meant);
  if (pairs.size === 0) return issues;

  const byClaim = new Map([...pairs].map(([name, meant]) => [meant, name]));
  return mergeIssues(
    issues.flatMap((issue) => {
      if (!isTop(issue)) return [issue];
      const name = issue.code === "missing" ? byClaim.get(issue.claim) : issue.claim;
      const meant = name === undefined ? undefined : pairs.get(name);
      if (name === undefined || meant === undefined || issue.code === "invalid") return [issue];
      return [misnamedIssue(name, meant)];
    }),
  );
}

function misnamedIssue(name: string, expected: string): ClaimIssue {
  const message = `Claim ${quoteName(name)} is not in the claim set; did you mean ${quoteName(expected)}?`;
  return { code: "misnamed", claim: name, path: appendPointer("", name), message, expected };
}

function readNames(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
