import type { Location } from "../errors.js";
import type { JsonObject, Schema } from "../schema/json-schema.js";

/**
 * The state between BASE and REVISION of a two-step rollout. Proved: a consumer on it accepts every token that can be
 * issued under BASE, and every token that can be issued under REVISION.
 */
export interface Expansion {
  /** What to write into the revision's schema files, one member each. */
  readonly schema: readonly ExpandedMember[];
  /**
   * The token's members in the config that differ from the revision's, as they are written there; null for one that is
   * left out.
   */
  readonly policy: JsonObject;
}

/** One member of a schema file in the expanded state. */
export interface ExpandedMember {
  /** The claim that it is about; null for a list of required claims, and for the whole claim set. */
  readonly claim: string | null;
  /** Where the member stands in the revision's files, or would stand. */
  readonly location: Location;
  /** JSON pointer of the member in that file. */
  readonly pointer: string;
  /** What to write there, in draft 2020-12 and with nothing to refer to outside of it. */
  readonly value: Schema | readonly string[];
}
