import type { ClaimNameTable } from "../runtime/claims/claim-set.js";
import type { TokenPolicy } from "../runtime/policy/definition.js";

/** What the decoder's page knows of one kind of token, as JSON. */
export interface KindData {
  /** The key in the config. */
  readonly key: string;
  readonly title: string;
  /** The name of its page without the ending. */
  readonly page: string;
  readonly policy: TokenPolicy;
  readonly acceptedTypes: readonly (string | null)[];
  readonly claimNames: ClaimNameTable;
  /** Whether an issuer of the policy has placeholders. */
  readonly hasIssuerPattern: boolean;
  /** What is said of each claim. */
  readonly claims: readonly ClaimData[];
  readonly example: ExampleData | null;
}

/** What is said of a claim. */
export interface ClaimData {
  readonly name: string;
  /** Its fragment on the token's page. */
  readonly id: string;
  readonly description: string | null;
  readonly type: string;
  /** Whether issue writes it where the producer leaves it out. */
  readonly filledIn: boolean;
}

/** A token to try the page with. */
export interface ExampleData {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The third part, which no key has made. */
  readonly signature: string;
}
