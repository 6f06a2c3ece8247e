import { inPlaceSchemas } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import { definitionsOf } from "./token-facts.js";

/** Says whether a token has to hold a claim, of which the claim set lists the values (`enum`, `const`, also of an item). */
export function isLimited(token: Token, name: string): boolean {
  const claim = token.claimSet.claims.find((one) => one.name === name);
  if (claim === undefined || !claim.required) return false;
  const definitions = definitionsOf(token);
  return inPlaceSchemas(claim.schema, definitions).some(({ schema }) => {
    if (schema.enum !== undefined || schema.const !== undefined) return true;
    return [schema.contains, schema.items].some(
      (items) =>
        items !== undefined &&
        inPlaceSchemas(items, definitions).some(
          ({ schema: item }) => item.enum !== undefined || item.const !== undefined,
        ),
    );
  });
}
