import { createHash } from "node:crypto";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { canonicalJson } from "../text/canonical-json.js";
import type { Policy } from "./model.js";

/** SHA-256 (hex) of a claim set's bundled schema and its policy in canonical form (RFC 8785): equal digests, equal contract. */
export function contractDigest(schema: SchemaObject, policy: Omit<Policy, "digest">): string {
  // Both came from JSON texts or are built of strings, numbers and lists, so they are JSON values.
  const contract = { schema: schema as JsonValue, policy: policy as unknown as JsonValue };
  return createHash("sha256").update(canonicalJson(contract)).digest("hex");
}
