import type { JsonObject } from "../schema/json-schema.js";
import { ALGORITHMS } from "./config.js";
import { RULE_NAMES } from "./rule-names.js";

/** Longest tolerance that a policy may have, in seconds. */
export const MAX_CLOCK_TOLERANCE_SECONDS = 300;

/** A token longer than this is no token any more: headers and cookies end at a few kilobytes. */
const MAX_TOKEN_BYTES = 1_048_576;

const DURATION = { type: "string", pattern: "^\\d+(\\.\\d+)?[smhd]$" } as const;

const STRING_OR_LIST = {
  type: ["string", "array"],
  minLength: 1,
  minItems: 1,
  uniqueItems: true,
  items: { type: "string", minLength: 1 },
} as const;

const TOKEN: JsonObject = {
  description: "A claim set with its issue and verify policy.",
  type: "object",
  additionalProperties: false,
  required: ["schema", "algorithms", "lifetime"],
  properties: {
    schema: {
      description:
        "The claim set: a JSON Schema in a JSON or YAML file, relative to this file, optionally with a fragment that points into it.",
      type: "string",
      minLength: 1,
      examples: ["schemas/access-token.schema.json", "schemas/tokens.schema.yaml#/$defs/accessToken"],
    },
    profile: {
      description: "The standard that the token follows; it adds required claims, the header `typ` and lint rules.",
      enum: ["jwt", "rfc9068", "oidc-id-token", "oidc-logout-token"],
      default: "jwt",
    },
    issuer: {
      description:
        "The claim `iss`: filled in at issue where there is one, demanded at verify. A segment of the path can be a placeholder; verify returns what it stands for.",
      ...STRING_OR_LIST,
      examples: ["https://auth.acme.example", "https://login.acme.example/{tenant}/v2.0"],
    },
    audience: {
      description: "The claim `aud`: filled in at issue where there is one, demanded at verify.",
      ...STRING_OR_LIST,
      examples: [["https://api.acme.example"]],
    },
    algorithms: {
      description: "The JWS algorithms that are allowed; the first is the one that issue takes by itself.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { type: "string", enum: ALGORITHMS },
      examples: [["ES256", "EdDSA"]],
    },
    type: {
      description:
        "The header `typ`: written at issue, demanded at verify. By default as the profile says, else `JWT`.",
      type: "string",
      minLength: 1,
      maxLength: 127,
      pattern: "^[A-Za-z0-9!#$&^_.+-]+(/[A-Za-z0-9!#$&^_.+-]+)?$",
      examples: ["at+jwt"],
    },
    lifetime: {
      description: "`exp` minus `iat` at issue, and the most that verify accepts.",
      ...DURATION,
      examples: ["15m", "1h", "90d"],
    },
    clockTolerance: {
      description: "How far the clocks of two services may differ, at most `5m`.",
      ...DURATION,
      default: "0s",
      examples: ["30s"],
    },
    unknownClaims: {
      description: "What verify does with claims that the claim set does not declare.",
      enum: ["ignore", "strip", "reject"],
      default: "ignore",
    },
    maxTokenBytes: {
      description: "Longer tokens are refused before they are decoded.",
      type: "integer",
      minimum: 1,
      maximum: MAX_TOKEN_BYTES,
      default: 8192,
    },
    helpers: {
      description: "The helpers to generate; a token of a third party is only verified.",
      type: ["string", "array"],
      pattern: "^(issue|verify)$",
      minItems: 1,
      uniqueItems: true,
      items: { type: "string", enum: ["issue", "verify"] },
      default: ["issue", "verify"],
      examples: [["verify"]],
    },
  },
};

/** The JSON Schema (draft 07, which every editor knows) of claims.config.json. Shipped as schemas/config.schema.json. */
export const CONFIG_SCHEMA: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "claims.config.json",
  description: "The tokens of an organization, and the package that claimsmith generates for them.",
  type: "object",
  additionalProperties: false,
  required: ["package", "tokens"],
  properties: {
    $schema: { description: "The JSON Schema of this file, for editors.", type: "string" },
    package: {
      description: "The npm package to generate.",
      type: "object",
      additionalProperties: false,
      required: ["name", "version"],
      properties: {
        name: { description: "Its npm name.", type: "string", minLength: 1, examples: ["@acme/claims"] },
        version: { description: "Its semantic version.", type: "string", minLength: 1, examples: ["1.0.0"] },
      },
    },
    output: {
      description: "The folder to generate into, inside the folder of this file.",
      type: "string",
      default: "generated",
      examples: ["generated", "packages/claims"],
    },
    emit: {
      description: "`js`: ESM with declarations, importable as it stands. `ts`: sources for your own compiler.",
      enum: ["js", "ts"],
      default: "js",
    },
    namespaces: {
      description: "Prefixes of your private claims; short names leave them out.",
      type: "array",
      uniqueItems: true,
      items: { type: "string", minLength: 1 },
      default: [],
      examples: [["https://acme.example/claims/"]],
    },
    tokens: {
      description: "One entry for each kind of token. Generated names come from the key.",
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^[A-Za-z][A-Za-z0-9_-]{0,63}$" },
      additionalProperties: TOKEN,
    },
    lint: {
      description: "What `claimsmith lint` checks.",
      type: "object",
      additionalProperties: false,
      properties: {
        extends: {
          description:
            "The set or sets of rules to begin with, later ones winning: a file (`./lint.json`), a package, or a set of claimsmith.",
          ...STRING_OR_LIST,
          default: "claimsmith:recommended",
          examples: ["claimsmith:all", ["claimsmith:recommended", "@acme/claims-lint", "./lint.json"]],
        },
        rules: {
          description: "The severity of single rules, by their names.",
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries(
            RULE_NAMES.map((name) => [
              name,
              { description: `The severity of ${name}: see docs/rules/${name}.md.`, enum: ["error", "warn", "off"] },
            ]),
          ),
          examples: [{ "no-personal-data": "off" }],
        },
      },
      default: {},
    },
    diff: {
      description: "What `claimsmith diff` accepts.",
      type: "object",
      additionalProperties: false,
      properties: {
        accept: {
          description: "Known breaks, which stay in the report and no longer fail.",
          type: "array",
          items: {
            description: "One known break.",
            type: "object",
            additionalProperties: false,
            required: ["id", "reason"],
            properties: {
              id: { description: "The `id` of the change, as the report gives it.", type: "string", minLength: 1 },
              reason: { description: "Why the break is acceptable.", type: "string", minLength: 1 },
              until: {
                description: "The last day on which it is.",
                type: "string",
                pattern: "^\\d{4}-\\d{2}-\\d{2}$",
                examples: ["2027-06-30"],
              },
            },
          },
        },
      },
      default: {},
    },
    targets: {
      description: "Gateways and providers that the tokens have to survive; lint checks their limits.",
      type: "array",
      uniqueItems: true,
      items: { type: "string", enum: ["auth0", "envoy", "cognito", "entra", "clerk", "keycloak", "kong", "apipark"] },
      default: [],
    },
  },
};
