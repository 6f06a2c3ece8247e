import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type BuiltPackage, buildPackage } from "../../src/api/build-package.js";
import { chooseEngine } from "./choose-engine.js";
import { REPOSITORY } from "./project.js";

/** A generated helper that verifies. */
export type Verify = (
  token: unknown,
  options: object,
) => Promise<{ readonly claims: Record<string, unknown>; readonly header: Record<string, unknown> }>;

/** A generated helper that issues. */
export type Issue = (claims: unknown, options: object) => Promise<string>;

/** A package that was generated, written and imported, by the keys of its tokens. */
export interface GeneratedPackage {
  verify(token: string): Verify;
  issue(token: string): Issue;
  /** All that the package exports. */
  readonly exports: Readonly<Record<string, unknown>>;
  remove(): Promise<void>;
}

/** The package of a config and schemas that are given as values, as compiled JavaScript in a folder of its own. */
export async function installPackage(
  config: object,
  schemas: Readonly<Record<string, unknown>>,
): Promise<GeneratedPackage> {
  const folder = await mkdtemp(path.join(tmpdir(), "claimsmith-package-"));
  for (const [file, value] of Object.entries({ "claims.config.json": config, ...schemas })) {
    await writeFile(path.join(folder, file), JSON.stringify(value));
  }
  return install(await buildPackage(path.join(folder, "claims.config.json")), folder);
}

/** The package of a project on disk, in a folder of its own. */
export async function installProject(configFile: string): Promise<GeneratedPackage> {
  return install(await buildPackage(configFile), await mkdtemp(path.join(tmpdir(), "claimsmith-package-")));
}

async function install(built: BuiltPackage, folder: string): Promise<GeneratedPackage> {
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  for (const [file, text] of chooseEngine(built.files)) {
    const target = path.join(folder, "package", file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const exports: Record<string, unknown> = await import(pathToFileURL(path.join(folder, "package/index.js")).href);
  const helper = (kind: "issue" | "verify", token: string): unknown => {
    const pascal = built.project.tokens.find(({ key }) => key === token)?.names.pascal;
    const found = exports[`${kind}${pascal}`];
    if (typeof found !== "function") throw new TypeError(`The package has no ${kind} for ${token}.`);
    return found;
  };
  return {
    // The golden tests hold the declarations of the helpers to these forms.
    verify: (token) => helper("verify", token) as Verify,
    issue: (token) => helper("issue", token) as Issue,
    exports,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** How a call of a helper ended. */
export interface Outcome {
  /** `accepted`, or the code of the ClaimsError. */
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly { readonly code: string; readonly claim: string }[];
}

/** How a call of a helper ended; what is no ClaimsError is a defect, and thrown on. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    await call();
    return { code: "accepted", message: "" };
  } catch (error) {
    // A ClaimsError has these members; the package has its own class, so that it is told by its name.
    if (error instanceof Error && error.name === "ClaimsError") return error as Error & Outcome;
    throw error;
  }
}

const CLAIM_CODES = [
  "expired",
  "not_yet_valid",
  "lifetime_exceeded",
  "issuer_mismatch",
  "audience_mismatch",
  "invalid_claims",
];
const PAYLOAD_MESSAGE = /^The payload is not (?:a JSON object|valid UTF-8)/;

/** Says whether the signature was accepted: the token was, or what its payload says was the reason to refuse it. */
export function isSignatureAccepted({ code, message }: Outcome): boolean {
  return (
    code === "accepted" ||
    CLAIM_CODES.includes(code) ||
    // The form of the parts is checked before the signature, what the payload's bytes are after it.
    (code === "malformed_token" && PAYLOAD_MESSAGE.test(message))
  );
}

/** The algorithms that a policy can allow. */
export const ALGORITHMS = [
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
] as const;

/** A package with a kind of token for each algorithm, named after it, and one `any` that allows all; each takes any claims. */
export function installAlgorithms(): Promise<GeneratedPackage> {
  const token = (algorithms: readonly string[]) => ({ schema: "any.schema.json", algorithms, lifetime: "1h" });
  const tokens = Object.fromEntries(ALGORITHMS.map((alg) => [tokenOf(alg), token([alg])]));
  return installPackage(
    { package: { name: "@acme/vectors", version: "1.0.0" }, tokens: { ...tokens, any: token(ALGORITHMS) } },
    { "any.schema.json": { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" } },
  );
}

/** The kind of token of an algorithm in the package of {@link installAlgorithms}. */
export function tokenOf(algorithm: string): string {
  return `by${algorithm}`;
}
