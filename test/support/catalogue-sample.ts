import path from "node:path";
import { docs } from "../../src/api/docs.js";
import { writeProject } from "./scratch-project.js";

/** What a text in a schema, or in a token, should not be able to do. */
export const HOSTILE =
  "*/ </script><img src=x onerror=pwned=1>{{x}} ${1} `<!--` [a](javascript:pwned=1) | \u202e \u0000 \u2028 \"'&amp;";

export const ROLE = "https://acme.example/claims/role";

const ACCESS = {
  title: "Access token",
  description: "What an API may know of its caller.",
  type: "object",
  properties: {
    sub: { type: "string", description: "Who calls." },
    email: {
      $ref: "claimsmith:iana-jwt#/$defs/email",
      "x-claimsmith-ignore": { "no-personal-data": "Printed on invoices." },
    },
    [ROLE]: {
      description: "What the user may do.",
      anyOf: [{ enum: ["admin", "member"] }, { type: "string" }],
      examples: ["member"],
      "x-claimsmith-readers": ["billing", "reports"],
      "x-claimsmith-since": "1.2.0",
    },
    "https://acme.example/claims/tenant": {
      description: "The customer.",
      type: "object",
      properties: {
        id: { type: "string", format: "uuid", description: "Its id." },
        regions: { type: "array", items: { enum: ["eu", "us"] }, maxItems: 2 },
      },
      required: ["id"],
    },
    "https://acme.example/claims/old": { deprecated: true, "x-claimsmith-sunset": "2027-06-30", type: "string" },
  },
  required: ["sub", ROLE],
};

const EVIL = {
  title: HOSTILE,
  description: HOSTILE,
  type: "object",
  properties: {
    [HOSTILE]: {
      description: HOSTILE,
      enum: [HOSTILE, "plain"],
      examples: [HOSTILE],
      "x-claimsmith-readers": [HOSTILE],
      "x-claimsmith-since": HOSTILE,
      "x-claimsmith-name": "evil",
    },
    ["__proto__"]: { type: "string", "x-claimsmith-name": "proto" },
    constructor: { type: "object", properties: { [HOSTILE]: { type: "string", description: HOSTILE } } },
    "é ü#/.%20": { type: "string", pattern: "^(?<script>[`<!--/]*)$" },
    ["x".repeat(200)]: { type: "number" },
  },
};

const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  namespaces: ["https://acme.example/claims/"],
  tokens: {
    accessToken: {
      schema: "access.json",
      profile: "rfc9068",
      issuer: "https://auth.acme.example",
      audience: ["https://api.acme.example"],
      algorithms: ["ES256"],
      lifetime: "15m",
    },
    evilToken: { schema: "evil.json", type: "evil+jwt", audience: HOSTILE, algorithms: ["HS256"], lifetime: "90d" },
  },
};

/** The files of a project with a token as people have them, and one of hostile names and texts. */
export const SAMPLE_PROJECT: Readonly<Record<string, unknown>> = {
  "claims.config.json": CONFIG,
  "access.json": ACCESS,
  "evil.json": EVIL,
};

/** Writes the project and its catalogue into a folder; gives the catalogue's folder. */
export async function writeSampleCatalogue(folder: string): Promise<string> {
  writeProject(folder, SAMPLE_PROJECT);
  await docs({ cwd: folder, config: "claims.config.json" });
  return path.join(folder, "catalogue");
}
