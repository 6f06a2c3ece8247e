export { type DiffOptions, diff } from "./api/diff.js";
export { type DocsOptions, type DocsResult, docs } from "./api/docs.js";
export { type GenerateOptions, type GenerateResult, generate } from "./api/generate.js";
export {
  type FailedPackage,
  type GenerateAllOptions,
  type GenerateAllResult,
  type GeneratedPackage,
  generateAll,
} from "./api/generate-all.js";
export { type InferOptions, type InferResult, infer } from "./api/infer.js";
export { type InitOptions, type InitResult, init } from "./api/init.js";
export { type InspectOptions, inspect } from "./api/inspect.js";
export {
  addKeys,
  type KeySetResult,
  type NewKeysOptions,
  type NewKeysResult,
  newKeys,
  publicKeys,
  retireKey,
} from "./api/keys.js";
export { type BaselineUse, type LintOptions, type LintResult, lint } from "./api/lint.js";
export { type LintAllOptions, type LintAllResult, lintAll, type UnlintedConfig } from "./api/lint-all.js";
export { type Watching, type WatchOptions, watch } from "./api/watch.js";
export { type WatchAllOptions, watchAll } from "./api/watch-all.js";
export type {
  Acceptance,
  Break,
  Change,
  ChangeKind,
  DiffReport,
  Direction,
  Level,
  Rollout,
  TokenDiff,
  Witness,
} from "./diff/diff-report.js";
export { FAIL_ON, type FailOn, isFailing } from "./diff/is-failing.js";
export type { SizeChange } from "./diff/size-change.js";
export { generatePackage } from "./emit/generate-package.js";
export {
  ClaimsmithError,
  ConfigError,
  type ConfigErrorCode,
  type ErrorDetails,
  FileSystemError,
  type FileSystemErrorCode,
  type Location,
  SchemaError,
  type SchemaErrorCode,
  UsageError,
  type UsageErrorCode,
} from "./errors.js";
export type { InferredToken } from "./infer/infer-tokens.js";
export type { Note as InferNote } from "./infer/note.js";
export type {
  ClaimSize,
  Finding as InspectionFinding,
  FindingCode,
  Inspection,
  TokenSize,
} from "./inspect/inspection.js";
export type { FileDifference, FileState } from "./io/package/compare-package.js";
export type { KnownFinding } from "./lint/baseline.js";
export type { Finding, FindingSeverity } from "./lint/finding.js";
export type { Edit, Fix } from "./lint/fix.js";
export { hasFailed } from "./lint/has-failed.js";
export type { Claim, ClaimSet, Policy, Project, Token } from "./model/model.js";
export type { Sizes } from "./model/token-size.js";
export type { Style } from "./report/error-text.js";
export { DIFF_FORMATS, type DiffFormat, formatDiff } from "./report/format-diff.js";
export { formatInspection, INSPECT_FORMATS, type InspectFormat } from "./report/format-inspection.js";
export { formatLint, LINT_FORMATS, type LintFormat } from "./report/format-lint.js";
export type { FormatOptions } from "./report/format-options.js";
