import type { JsonObject } from "../schema/json-schema.js";

/** One token, or the claims of one, that a claim set is drafted from. Nothing of it was verified. */
export interface Sample {
  /** Null where only the claims were given. */
  readonly header: JsonObject | null;
  readonly claims: JsonObject;
  /** Bytes of the compact token, where there was one. */
  readonly bytes?: number;
}
