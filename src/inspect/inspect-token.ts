import type { Project } from "../model/model.js";
import type { ConsumerDefinition } from "../runtime/definition.js";
import { cleanPaste } from "../text/clean-paste.js";
import { quoteText } from "../text/quote-text.js";
import { findClaimFaults } from "./claim-findings.js";
import { consumerDefinition, isCheckable, plainDefinition } from "./consumer-definition.js";
import { describeToken } from "./describe-token.js";
import { encryptedFinding } from "./encrypted-finding.js";
import { findHeaderFaults } from "./header-findings.js";
import { type Finding, type Inspection, refusal, type TokenSize } from "./inspection.js";
import { judgeSignature } from "./judge-signature.js";
import { findPartyFaults } from "./party-findings.js";
import { MAX_TEXT_LENGTH, type ReadToken, readToken } from "./read-token.js";
import { type Recognized, recognizeToken } from "./recognize-token.js";
import type { GivenKey } from "./signature-findings.js";
import { findTimeFaults } from "./time-findings.js";
import { measureToken } from "./token-size.js";
import { orWords } from "./words.js";

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

const UNVERIFIED =
  "Nothing was verified: without a key, anyone can have written this token. Pass one with `--key` or `--jwks`.";

const NO_CONFIG = "No claims.config.json was found, so the token is held against RFC 7519 alone.";

const UNCHECKED = "The token is so long that its claims were not held against the claim set.";

/** Everything that is wrong with a token, in the order in which to fix it. Never throws, whatever the text. */
export async function inspectToken(text: string, context: InspectContext): Promise<Inspection> {
  // Nothing that long is a token, and cleaning it would be work for nothing.
  const paste = text.length > MAX_TEXT_LENGTH * 2 ? { text, removed: [] } : cleanPaste(text);
  const read = readToken(paste.text);
  const kind = findKind(read, context);
  const definition = kind?.definition ?? plainDefinition(read.header);
  const size = measureToken(read, kind?.token.policy.maxTokenBytes ?? null);
  const signature = await judgeSignature(read, definition, context.key);

  const findings = [
    ...read.findings,
    ...formFindings(read, definition, kind, context),
    ...signature.findings,
    ...contentFindings(read, definition, context.now),
    ...(size === null ? [] : sizeFindings(size)),
  ];
  const notes = [
    ...(paste.removed.length === 0 ? [] : [`Read without ${list(paste.removed)}.`]),
    ...(context.project === null ? [NO_CONFIG] : []),
    ...(context.key === null && read.form === "signed" ? [UNVERIFIED] : []),
    ...(signature.note === null ? [] : [signature.note]),
    ...(read.claims === null || isCheckable(read.text, definition) ? [] : [UNCHECKED]),
    ...headerNotes(read),
  ];
  return {
    token: kind?.token.key ?? null,
    acceptable: !findings.some(({ refuses }) => refuses),
    verified: signature.verified,
    findings: [...findings.filter(({ refuses }) => refuses), ...findings.filter(({ refuses }) => !refuses)],
    header: read.header,
    claims: read.claims,
    description: read.form === "none" ? null : describeToken(read.form, read.header, read.claims),
    notes,
    size,
  };
}

/** The kind that was named, else the one that the token tells. An encrypted token tells by its `typ` alone. */
function findKind(read: ReadToken, { project, token }: InspectContext): Recognized | null {
  if (project === null) return null;
  const named = project.tokens.find(({ key }) => key === token);
  if (named !== undefined) return { token: named, definition: consumerDefinition(named, project.namespaces) };
  if (read.form === "none") return null;
  return recognizeToken(project, read);
}

function formFindings(
  { form, header, claims }: ReadToken,
  { policy }: ConsumerDefinition,
  kind: Recognized | null,
  { project }: InspectContext,
): Finding[] {
  if (form === "encrypted") return [encryptedFinding(header, kind === null ? null : policy.algorithms)];
  if (form === "none" || kind !== null || project === null || claims === null) return [];
  const expected = orWords(project.tokens.map(({ key }) => key));
  const message =
    "The token is of no kind that the config describes. If it is meant to be one of them, name it with `--token`.";
  return [refusal("type_mismatch", message, { expected })];
}

function contentFindings(
  { form, text, header, claims }: ReadToken,
  definition: ConsumerDefinition,
  now: number,
): Finding[] {
  const ofHeader = form !== "signed" || header === null ? [] : findHeaderFaults(header, definition);
  if (claims === null) return ofHeader;
  const times = findTimeFaults(claims, definition.policy, now);
  const ofClaims = isCheckable(text, definition) ? findClaimFaults(claims, definition) : [];
  const absent = new Set(
    ofClaims.flatMap(({ code, claim, expected }) =>
      code === "missing" ? [claim] : code === "misnamed" ? [expected] : [],
    ),
  );
  return [
    ...ofHeader,
    ...times.filter(({ code }) => code !== "lifetime_exceeded"),
    ...ofClaims,
    // A claim that is not there has been reported as missing.
    ...findPartyFaults(claims, definition).filter(({ claim }) => !absent.has(claim)),
    ...times.filter(({ code }) => code === "lifetime_exceeded"),
  ];
}

function sizeFindings({ bytes, maxBytes, claims }: TokenSize): Finding[] {
  if (maxBytes === null || bytes <= maxBytes) return [];
  const [largest] = claims;
  const cause =
    largest === undefined
      ? ""
      : ` Its largest claim, ${quoteText(largest.claim)}, takes about ${largest.bytes} of them.`;
  const message = `The token has ${bytes} bytes, and the policy allows ${maxBytes}.${cause}`;
  return [refusal("token_too_large", message, { expected: `at most ${maxBytes} bytes` })];
}

function headerNotes({ header }: ReadToken): string[] {
  const members = ["jwk", "jku", "x5u", "x5c"].filter((name) => header !== null && Object.hasOwn(header, name));
  if (members.length === 0) return [];
  return [`The header brings keys along (${members.join(", ")}); they are never followed (RFC 8725 section 3.10).`];
}

/** "a", "a and b", "a, b and c". */
function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
