import type { Claim } from "./model.js";

/** The names that a claim set knows, for telling a misspelt claim from an unknown one. */
export interface ClaimTable {
  /** Wire names, each once, in the order of the claim set. */
  readonly names: readonly string[];
  readonly namespaces: readonly string[];
  /** Names that people write by mistake, to the wire name that they mean. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The names that the claim set knows, for its validators' messages. */
export function claimTable(claims: readonly Claim[], namespaces: readonly string[]): ClaimTable {
  const aliases = claims.flatMap((claim) => claim.aliases.map((alias): [string, string] => [alias, claim.name]));
  const declared = new Set(claims.map((claim) => claim.name));
  return {
    names: [...declared],
    namespaces,
    aliases: Object.fromEntries(aliases.filter(([alias]) => !declared.has(alias))),
  };
}
