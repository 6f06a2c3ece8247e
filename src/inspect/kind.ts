import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";

/** What a consumer knows of one kind of token, and the closed claim set even where the policy has no use for it. */
export interface KnownKind extends ConsumerDefinition {
  readonly closed: ClaimsValidator;
}

/** A kind of token that a config describes. */
export interface Kind {
  /** The key in the config. */
  readonly key: string;
  readonly definition: KnownKind;
}

/** Tokens of this length are validated, whatever a policy says of it. */
const ALWAYS_CHECKED = 32_768;

/**
 * Whether the claims of a token are held against its claim set. One that verify refuses for its length could make that
 * take very long.
 */
export function isCheckable(text: string, { policy }: ConsumerDefinition): boolean {
  const allowed = Number.isFinite(policy.maxTokenBytes) ? policy.maxTokenBytes : 0;
  return text.length <= Math.max(allowed, ALWAYS_CHECKED);
}
