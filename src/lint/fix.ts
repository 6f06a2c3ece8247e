import type { JsonValue } from "../schema/json-schema.js";

/**
 * One change of a JSON or YAML file. Pointers are JSON pointers (RFC 6901) into the file as it was before any edit of
 * the same fix.
 */
export type Edit =
  /** Gives the member that the pointer names another name; its value and its place stay. */
  | { readonly kind: "rename"; readonly pointer: string; readonly to: string }
  /** Sets the value that the pointer names; a member that is not there is added at the end of its object. */
  | { readonly kind: "set"; readonly pointer: string; readonly value: JsonValue }
  /** Takes the member or entry that the pointer names away. */
  | { readonly kind: "remove"; readonly pointer: string }
  /** Puts the members of the object that the pointer names in this order; names that are left out come last, as they were. */
  | { readonly kind: "order"; readonly pointer: string; readonly names: readonly string[] };

/** The edits of one file that mend a finding. They are done together or not at all. */
export interface Fix {
  /** As in the finding's location: relative to the config. */
  readonly file: string;
  readonly edits: readonly Edit[];
}
