import { inspectToken } from "../../src/inspect/inspect-token.js";
import type { Inspection } from "../../src/inspect/inspection.js";
import type { GivenKey } from "../../src/inspect/signature-findings.js";
import type { Project } from "../../src/model/model.js";
import { forgeToken, KEYS, NOW, type Part } from "./forge-token.js";
import { configOf, projectOf } from "./project.js";

export const ISSUER = "https://auth.acme.example";
export const AUDIENCE = "https://api.acme.example";
export const ROLE = "https://acme.example/role";

const ACCESS = {
  type: "object",
  properties: {
    sub: { type: "string" },
    [ROLE]: { type: "string", enum: ["admin", "member"] },
    tenant: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
    email_verified: { type: "boolean" },
  },
  required: ["sub", ROLE],
};

const SESSION = { type: "object", properties: { session: { type: "string" } }, required: ["session"] };

/** A project of two kinds: `access` of RFC 9068 without its claims, by `typ`, and a plain `session`. */
export function sampleProject(access: Readonly<Record<string, unknown>> = {}): Project {
  return projectOf(
    configOf(
      {},
      {
        tokens: {
          access: {
            schema: "access.json",
            type: "acme-access+jwt",
            issuer: ISSUER,
            audience: [AUDIENCE],
            algorithms: ["ES256", "EdDSA"],
            lifetime: "15m",
            ...access,
          },
          session: {
            schema: "session.json",
            algorithms: ["HS256"],
            lifetime: "1h",
            issuer: "https://session.acme.example",
          },
        },
      },
    ),
    { "access.json": ACCESS, "session.json": SESSION },
  );
}

/** A good header of an access token. */
export const HEADER = { alg: "ES256", typ: "acme-access+jwt", kid: "k1" };

/** Good claims of an access token. */
export const CLAIMS = { iss: ISSUER, aud: AUDIENCE, iat: NOW - 60, exp: NOW + 600, sub: "u1", [ROLE]: "admin" };

/** A token signed with the key of the sample, its members replaced; a member that is undefined is left out. */
export function sampleToken(claims: object = {}, header: object = {}): string {
  return forgeToken({ ...HEADER, ...header } as Part, { ...CLAIMS, ...claims } as Part, KEYS.ec.privateKey);
}

/** The key that belongs to the tokens of the sample. */
export const KEY: GivenKey = { key: KEYS.ec.publicKey };

/** What inspect says of a text under the sample's project. */
export function inspectSample(
  text: string,
  context: { project?: Project | null; token?: string | null; key?: GivenKey | null; now?: number } = {},
): Promise<Inspection> {
  return inspectToken(text, {
    project: context.project === undefined ? sampleProject() : context.project,
    token: context.token ?? null,
    key: context.key ?? null,
    now: context.now ?? NOW,
  });
}
