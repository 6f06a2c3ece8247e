import {
  APIPARK_ALGORITHMS,
  AUTH0_CLAIMS,
  AUTH0_DOMAINS,
  AUTH0_RESTRICTED,
  CLERK_CLAIMS,
  CLERK_CUSTOM_BYTES,
  COGNITO_CLAIMS,
  ENTRA_MOST_GROUPS,
  TARGET_FACTS,
  type TargetName,
} from "../../facts/target-limits.js";
import type { Claim, Token } from "../../model/model.js";
import { possibleTypes } from "../possible-types.js";
import { defineRule, type Report } from "../rule.js";
import { definitionsOf } from "../token-facts.js";
import { sizeOfToken } from "../token-sizes.js";

const MESSAGES = {
  auth0Restricted: 'Auth0 leaves out a custom claim of the name "{claim}", without an error.',
  auth0Domain: 'Auth0 leaves out the claim "{claim}": its namespace is below {domain}.',
  auth0Bare: 'Auth0 leaves the claim "{claim}" out of tokens for its APIs: the name has no namespace.',
  envoyPath: 'Envoy reads the dots in "{claim}" as a path, and finds no such claim to copy to a header.',
  envoyType: 'Envoy copies strings, numbers and booleans to headers; "{claim}" can be {types}.',
  cognitoType:
    'The first version of Cognito\'s pre token generation trigger writes strings only; "{claim}" can be {types}.',
  cognitoAudience: 'An access token of Cognito has no claim "aud" by default, and this token demands one.',
  entraGroups: 'Entra ID leaves "groups" out for a user of more than {most} groups, and this token demands it.',
  entraOverage: 'Entra ID writes "_claim_names" in place of "groups" for a user of more than {most} groups.',
  clerkSize: "The custom claims have about {bytes} bytes; Clerk's session cookie has room for {most}.",
  clerkLargest: "The custom claims can have {bytes} bytes; Clerk's session cookie has room for {most}.",
  keycloakPath: 'Keycloak makes nested objects of the dots in "{claim}", as it stands.',
  kongChecks: "Kong checks the signature, and no more claims than exp and nbf: the audience is left to the services.",
  kongIssuer: 'Kong finds the key of a token by its claim "iss", which this token need not have.',
  apiparkChecks:
    "APIPark checks the signature, and no more claims than exp and nbf: the audience is left to the services.",
  apiparkIssuer: 'APIPark finds the key of a token by its claim "iss", which this token need not have.',
  apiparkAlgorithm: "APIPark cannot verify {algorithm}.",
} as const;

type Finding = Report<typeof MESSAGES>;
type Check = (token: Token, at: (key: string) => Finding["at"]) => readonly Finding[];

/** Reports what a gateway or provider that the config names would drop, rename or not see. See docs/rules/target-limits.md. */
export const targetLimits = defineRule({
  id: "target-limits",
  description: "What the tokens hold reaches the services through the gateways and providers that `targets` names.",
  severity: "warn",
  source: Object.values(TARGET_FACTS).flatMap(({ source }) => source),
  messages: MESSAGES,
  token(token, { config, locate, report }) {
    for (const [target, check] of Object.entries(CHECKS)) {
      if (!config.targets.includes(target)) continue;
      // Holds because the checks are named by target.
      const { source } = TARGET_FACTS[target as TargetName];
      for (const finding of check(token, locate)) report({ ...finding, source });
    }
  },
});

const CHECKS: Readonly<Record<TargetName, Check>> = {
  auth0: (token) =>
    written(token).flatMap((claim): readonly Finding[] => {
      const { name: claim_, location: at } = claim;
      const data = { claim: claim_ };
      if (AUTH0_RESTRICTED.has(claim_)) {
        return [{ at, message: "auth0Restricted", data, hint: "Give it a name in your namespace." }];
      }
      const domain = AUTH0_DOMAINS.find((one) => isBelow(claim_, one));
      if (domain !== undefined) {
        const hint = "Use a URL of your own as the namespace.";
        return [{ at, message: "auth0Domain", data: { claim: claim_, domain }, hint }];
      }
      if (claim.category !== "private" || claim_.includes(":") || AUTH0_CLAIMS.has(claim_)) return [];
      return [{ at, message: "auth0Bare", data, hint: "Give it a name in your namespace, such as https://…/name." }];
    }),

  envoy: (token) =>
    written(token).flatMap(({ name: claim, location: at, schema }): readonly Finding[] => {
      if (claim.includes(".")) {
        const hint =
          "Name the claim by `claim_path`, where your version of Envoy has it, forward the payload as a whole, or choose a name without dots.";
        return [{ at, message: "envoyPath", data: { claim }, hint }];
      }
      const types = structured(schema, token);
      if (types === "") return [];
      const hint = "Forward the payload as a whole (`forward_payload_header`), or write a list as one string.";
      return [{ at, message: "envoyType", data: { claim, types }, hint }];
    }),

  cognito: (token, locate) => [
    ...written(token).flatMap(({ name: claim, location: at, schema }): readonly Finding[] => {
      const types = COGNITO_CLAIMS.has(claim) ? "" : otherThanText(schema, token);
      if (types === "") return [];
      const hint = "Configure the second version of the trigger (V2_0), or write the value as a string.";
      return [{ at, message: "cognitoType", data: { claim, types }, hint }];
    }),
    ...(token.policy.profile === "rfc9068"
      ? [
          {
            at: locate("profile"),
            message: "cognitoAudience" as const,
            hint: 'Add "aud" in the trigger, or use the profile "jwt" and demand the "client_id".',
          },
        ]
      : []),
  ],

  entra: (token) => {
    const claims = new Map(token.claimSet.claims.map((claim) => [claim.name, claim]));
    const groups = claims.get("groups");
    if (groups === undefined || groups.declaredBy !== "schema") return [];
    const data = { most: ENTRA_MOST_GROUPS };
    const { location: at } = groups;
    if (groups.required) {
      const hint = 'Take "groups" out of "required", or emit only groups that are assigned to the application.';
      return [{ at, message: "entraGroups", data, hint }];
    }
    if (claims.has("_claim_names")) return [];
    const hint = 'Declare "_claim_names" and "_claim_sources" and ask for the groups by Microsoft Graph, or use roles.';
    return [{ at, message: "entraOverage", data, hint }];
  },

  clerk: (token, locate) => {
    const custom = sizeOfToken(token).claims.filter(({ claim }) => !CLERK_CLAIMS.has(claim) && claim !== "aud");
    const typical = custom.reduce((sum, claim) => sum + claim.typical, 0);
    const largest = custom.reduce((sum, claim) => sum + (claim.largest ?? 0), 0);
    const at = locate("schema");
    const hint = "Keep in the token what every request needs, and fetch the rest from Clerk's API.";
    const most = CLERK_CUSTOM_BYTES;
    if (typical > most) return [{ at, message: "clerkSize", data: { bytes: typical, most }, hint }];
    return largest > most ? [{ at, message: "clerkLargest", data: { bytes: largest, most }, hint }] : [];
  },

  keycloak: (token) =>
    written(token)
      .filter(({ name }) => name.includes("."))
      .map(({ name: claim, location: at }) => ({
        at,
        message: "keycloakPath",
        data: { claim },
        hint: "In the mapper's field Token Claim Name write each dot as \\., and silence this once that is done.",
      })),

  kong: (token, locate) => [
    ...unchecked(token, locate, "kongChecks"),
    ...withoutIssuer(token, locate, "kongIssuer", "or set `key_claim_name` to a claim that is always there."),
  ],

  apipark: (token, locate) => [
    ...unchecked(token, locate, "apiparkChecks"),
    ...withoutIssuer(token, locate, "apiparkIssuer", "for each credential names one."),
    ...token.policy.algorithms
      .filter((algorithm) => !APIPARK_ALGORITHMS.has(algorithm))
      .map((algorithm) => ({
        at: locate("algorithms"),
        message: "apiparkAlgorithm" as const,
        data: { algorithm },
        hint: "Sign with ES256.",
      })),
  ],
};

/** The claims that an author wrote down: what the policy and the standards add reaches everyone. */
function written({ claimSet }: Token): readonly Claim[] {
  return claimSet.claims.filter(({ declaredBy, category }) => declaredBy === "schema" && category !== "registered");
}

function isBelow(name: string, domain: string): boolean {
  const host = /^https?:\/\/([^/?#]+)/iu.exec(name)?.[1]?.toLowerCase();
  return host !== undefined && (host === domain || host.endsWith(`.${domain}`));
}

function structured(schema: Claim["schema"], token: Token): string {
  return listTypes(schema, token, ["array", "object"]);
}

function otherThanText(schema: Claim["schema"], token: Token): string {
  return listTypes(schema, token, ["array", "object", "number", "boolean"]);
}

/** Those of the types that a claim can have, in words: `an array or an object`. */
function listTypes(schema: Claim["schema"], token: Token, types: readonly string[]): string {
  const found = [...possibleTypes(schema, definitionsOf(token))].filter((type) => types.includes(type));
  return found.map((type) => `${/^[ao]/u.test(type) ? "an" : "a"} ${type}`).join(" or ");
}

function unchecked(
  token: Token,
  locate: (key: string) => Finding["at"],
  message: "kongChecks" | "apiparkChecks",
): readonly Finding[] {
  if (token.policy.audience === null) return [];
  const hint = "Verify the token in each service with the generated package, and silence this once that is done.";
  return [{ at: locate("audience"), message, hint }];
}

function withoutIssuer(
  token: Token,
  locate: (key: string) => Finding["at"],
  message: "kongIssuer" | "apiparkIssuer",
  otherwise: string,
): readonly Finding[] {
  if (token.claimSet.claims.some(({ name, required }) => name === "iss" && required)) return [];
  return [{ at: locate("issuer"), message, hint: `Give the token an "issuer" in the config, ${otherwise}` }];
}
