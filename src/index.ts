export { type DiffOptions, diff } from "./api/diff.js";
export { type GenerateOptions, type GenerateResult, generate } from "./api/generate.js";
export { type InitOptions, type InitResult, init } from "./api/init.js";
export { type Watching, type WatchOptions, watch } from "./api/watch.js";
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
export type { FileDifference, FileState } from "./io/compare-package.js";
export type { Claim, ClaimSet, Policy, Project, Token } from "./model/model.js";
