import type { Token } from "../model/model.js";
import { pascalIdentifier } from "../text/names.js";
import { declareTypes } from "../types/declare.js";
import { schemaToTypes } from "../types/schema-to-types.js";
import type { NamedType } from "../types/type.js";

/** The types of one token's claims. */
export interface TokenTypes {
  /** The declarations as text. */
  readonly declarations: string;
  /** The claims type and the types of definitions, as data. */
  readonly named: readonly NamedType[];
  /** Names of the types of definitions. */
  readonly definitions: readonly string[];
}

/** Names that modules of a package import from the runtime or export for it, and that no type of a claim set may have. */
export const RUNTIME_TYPES: readonly string[] = [
  "AnyToken",
  "AuthenticatedToken",
  "AuthenticateOptions",
  "AuthenticationError",
  "ClaimIssue",
  "ClaimsError",
  "ClaimsErrorCode",
  "ClaimsSchema",
  "ConsumerDefinition",
  "Duration",
  "FamilyStep",
  "FamilyStore",
  "GrantList",
  "GrantValue",
  "IssueKey",
  "IssueOptions",
  "IssuerKeyResolver",
  "IssuerKeys",
  "KeyOfIssuer",
  "KeyResolver",
  "MemoryStoreOptions",
  "NamedIssuer",
  "NodeRequest",
  "OfIssuer",
  "Optional",
  "ProducerDefinition",
  "RequestDemands",
  "RequestLike",
  "RevocationStore",
  "ScopeList",
  "ScopeValue",
  "SingleToken",
  "StoreOptions",
  "SubjectRevocation",
  "TokenIdentity",
  "TokenPolicy",
  "TokenSource",
  "TokenStore",
  "TokenSubject",
  "ValidationResult",
  "VerifiedToken",
  "VerifiedTokens",
  "Verifier",
  "VerifierOptions",
  "VerifyAnyOptions",
  "VerifyDemands",
  "VerifyKey",
  "VerifyOptions",
  "WebHeaders",
  "WebRequest",
];

/** The types of a token's claims: `AccessTokenClaims`, and one named type for each definition that deserves a name. */
export async function tokenTypes({ names: { pascal }, claimSet }: Token): Promise<TokenTypes> {
  const rootName = `${pascal}Claims`;
  const taken = new Set([
    rootName,
    `${pascal}Input`,
    `${pascal}ClaimNames`,
    `${pascal}IssuerParameters`,
    ...RUNTIME_TYPES,
  ]);
  const { named } = schemaToTypes(claimSet.schema, {
    rootName,
    nameDefinition(definition) {
      const name = `${pascal}${pascalIdentifier(definition)}`;
      return taken.has(name) ? `${name}Definition` : name;
    },
  });
  return {
    named,
    declarations: await declareTypes(named),
    definitions: named.map(({ name }) => name).filter((name) => name !== rootName),
  };
}
