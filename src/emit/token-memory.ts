import { createHash } from "node:crypto";
import type { Token } from "../model/model.js";
import { type TokenFiles, type TokenSurroundings, tokenFiles } from "./token-files.js";

/** What the last generation of a package made of its tokens, for the next one to take from. */
export class TokenMemory {
  #known: ReadonlyMap<string, TokenFiles> = new Map();

  /** Whether there is nothing to take yet. */
  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /**
   * The files of tokens, in the order given. A token is computed anew unless the last call met one that is the same in
   * all that its files are made of. What this call does not meet is forgotten.
   *
   * @param make - computes the files of a token that is not known
   * @throws {SchemaError} where a claim set cannot be compiled; what was known then stays
   */
  async filesOf(
    tokens: readonly Token[],
    surroundings: TokenSurroundings,
    make = tokenFiles,
  ): Promise<readonly TokenFiles[]> {
    const met = new Map<string, TokenFiles>();
    const found: TokenFiles[] = [];
    // One after another: a large project is never all in memory at once.
    for (const token of tokens) {
      const identity = identityOf(token, surroundings);
      const files = this.#known.get(identity) ?? (await make(token, surroundings));
      met.set(identity, files);
      found.push(files);
    }
    this.#known = met;
    return found;
  }
}

/**
 * SHA-256 (hex) of all that a token's files are made of: everything that is known of it, but for the places in the sources.
 * Members count in their order, in which they are printed.
 */
function identityOf(token: Token, { emit, namespaces }: TokenSurroundings): string {
  const { location: _place, claimSet, ...said } = token;
  const { authored: _authored, claims, ...schemas } = claimSet;
  const placeless = claims.map(({ location: _, ...claim }) => claim);
  return createHash("sha256")
    .update(JSON.stringify([emit, namespaces, said, schemas, placeless]))
    .digest("hex");
}
