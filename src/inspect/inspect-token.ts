import type { Project } from "../model/model.js";
import { registeredClaimsSchema } from "../model/standard-claims.js";
import { compileSchema } from "../schema/compile/compile.js";
import { consumerDefinition } from "./consumer-definition.js";
import { type InspectAdvice, inspectText } from "./inspect-text.js";
import type { Inspection } from "./inspection.js";
import { judgeSignature } from "./judge-signature.js";
import { plainDefinition } from "./plain-definition.js";
import type { GivenKey } from "./signature-findings.js";

/** What a token is held against. */
export interface InspectContext {
  /** The kinds of tokens there are; null where there is no config. */
  readonly project: Project | null;
  /** The key of the kind in the config; null where the token is to tell. */
  readonly token: string | null;
  /** Null where none was given: then nothing is verified. */
  readonly key: GivenKey | null;
  /** Seconds since 1970. */
  readonly now: number;
}

/** In the words of the command line. */
const ADVICE: InspectAdvice = {
  unverified:
    "Nothing was verified: without a key, anyone can have written this token. Pass one with `--key` or `--jwks`.",
  noKinds: "No claims.config.json was found, so the token is held against RFC 7519 alone.",
  unknownKind:
    "The token is of no kind that the config describes. If it is meant to be one of them, name it with `--token`.",
};

/** Everything that is wrong with a token, in the order in which to fix it. Never throws, whatever the text. */
export function inspectToken(text: string, { project, token, key, now }: InspectContext): Promise<Inspection> {
  const kinds =
    project?.tokens.map((one) => ({ key: one.key, definition: consumerDefinition(one, project.namespaces) })) ?? null;
  return inspectText(text, {
    kinds,
    token,
    now,
    plain: (header) => plainDefinition(header, compileSchema(registeredClaimsSchema())),
    judgeSignature: (read, definition) => judgeSignature(read, definition, key),
    advice: { ...ADVICE, unverified: key === null ? ADVICE.unverified : null },
  });
}
