/**
 * What `claimsmith init` writes: path to text. A whole access token, to be changed rather than to be filled in.
 *
 * @param configSchema - what the config names as its `$schema`
 */
export function starterFiles(configSchema: string): ReadonlyMap<string, string> {
  return new Map([
    ["claims.config.json", `{\n  "$schema": ${JSON.stringify(configSchema)},\n${CONFIG}`],
    ["schemas/access-token.schema.json", ACCESS_TOKEN],
  ]);
}

// Texts, and not values, because people go on from them: short lists stand on one line.

const CONFIG = `  "package": { "name": "@acme/claims", "version": "0.1.0" },
  "output": "generated",
  "namespaces": ["https://acme.example/claims/"],
  "tokens": {
    "accessToken": {
      "schema": "schemas/access-token.schema.json",
      "profile": "rfc9068",
      "issuer": "https://auth.acme.example",
      "audience": "https://api.acme.example",
      "algorithms": ["ES256"],
      "lifetime": "15m"
    }
  }
}
`;

const ACCESS_TOKEN = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Access token",
  "description": "What a service may know of the caller.",
  "type": "object",
  "properties": {
    "scope": { "$ref": "claimsmith:iana-jwt#/$defs/scope" },
    "https://acme.example/claims/role": {
      "description": "What the user may do in the organization.",
      "type": "string",
      "enum": ["admin", "member"],
      "x-claimsmith-ignore": { "closed-enum": "A role that a service does not know must not pass." }
    }
  },
  "required": ["https://acme.example/claims/role"]
}
`;
