import type { ProducerDefinition } from "../policy/definition.js";

/** What the test kit knows of one kind of token. Written by the generator. */
export interface TokenKit extends ProducerDefinition {
  /** Claims of a verified token. They lack what the generator found no example of. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Claims that a token is refused without. */
  readonly missing: readonly string[];
  /** Claims that a token is refused with under another name, which the refusal tells. */
  readonly misnamed: readonly string[];
  /** Claims that some value is refused for. */
  readonly invalid: readonly string[];
  /** Whether a token is refused with a claim that the claim set does not have. */
  readonly refusesUnknown: boolean;
}
