import type { Claim } from "./model.js";

/** The names that a claim set knows, for telling a misspelt claim from an unknown one. */
export interface ClaimTable {
  /** Wire names, each once, in the order of the claim set. */
  readonly names: readonly string[];
  readonly namespaces: readonly string[];
  /** By the wire name of a claim, names that people write by mistake for it: in lower case, without word separators, a space between two. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The names that the claim set knows, for its validators' messages. */
export function claimTable(claims: readonly Claim[], namespaces: readonly string[]): ClaimTable {
  const names = [...new Set(claims.map((claim) => claim.name))];
  const declared = new Set(names.map(bareWords));
  // A name is an alias of one claim only: the last that has it.
  const meant = new Map<string, string>();
  for (const claim of claims) {
    for (const alias of claim.aliases.map(bareWords)) if (!declared.has(alias)) meant.set(alias, claim.name);
  }
  const lists = new Map<string, string>();
  for (const [alias, name] of meant) lists.set(name, lists.has(name) ? `${lists.get(name)} ${alias}` : alias);
  return { names, namespaces, aliases: Object.fromEntries(lists) };
}

/** A name as the runtime compares it: `userId`, `user_id` and `user-id` are one. A test compares. */
function bareWords(name: string): string {
  return name.replace(/[_\-\s]/g, "").toLowerCase() || name;
}
