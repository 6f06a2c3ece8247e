import { LOCAL_IDENTIFIERS } from "../facts/ambiguous-names.js";
import type { Claim, Token } from "../model/model.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import type { LookAlike } from "./claim-names.js";
import type { Fix } from "./fix.js";
import { possibleTypes } from "./possible-types.js";
import { renameClaim } from "./rename-claim.js";
import { definitionsOf } from "./token-facts.js";

/**
 * The edits that give a claim the name of the standard claim that it is taken for: only where every value of it has a type that
 * the standard claim has too, and where nothing else can be meant.
 */
export function standardNameFix(
  claim: Claim,
  { standard, declaresBoth }: LookAlike,
  token: Token,
  vocabulary: Vocabulary,
): Fix | undefined {
  if (declaresBoth || LOCAL_IDENTIFIERS.has(claim.name)) return undefined;
  const wanted = possibleTypes(vocabulary.definitions[standard] ?? true, vocabulary.definitions);
  const types = [...possibleTypes(claim.schema, definitionsOf(token))];
  return types.every((type) => wanted.has(type)) ? (renameClaim(token, claim, standard) ?? undefined) : undefined;
}
