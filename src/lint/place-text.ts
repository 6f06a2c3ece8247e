import type { SchemaVisit } from "./walk.js";

/**
 * A value's place in the claims, for messages: the claim's name, and below it the members.
 *
 * @example placeText(visit) // "tenant.members[].email"
 */
export function placeText({ path }: Pick<SchemaVisit, "path">, ...below: readonly string[]): string {
  return [...path, ...below].reduce<string>((text, step) => {
    if (typeof step !== "string") return `${text}[${step ?? ""}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** The name of the member or claim that a schema describes; null for the claims object, an item, and any other member. */
export function memberName({ path, isName }: Pick<SchemaVisit, "path" | "isName">): string | null {
  const last = path.at(-1);
  return typeof last === "string" && !isName ? last : null;
}
