import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { cleanPaste } from "../text/clean-paste.js";
import { findToken } from "../text/find-token.js";
import { quoteText } from "../text/quote-text.js";
import { findContentFaults } from "./content-findings.js";
import { describeToken } from "./describe-token.js";
import { encryptedFinding } from "./encrypted-finding.js";
import { findHeaderFaults } from "./header-findings.js";
import { type Finding, type Inspection, refusal, type SignatureResult, type TokenSize } from "./inspection.js";
import { isCheckable, type Kind } from "./kind.js";
import { MAX_TEXT_LENGTH, type ReadToken, readToken } from "./read-token.js";
import { recognizeToken } from "./recognize-token.js";
import { measureToken } from "./token-size.js";
import { orWords } from "./words.js";

/** What a text is held against, and what to advise where something is missing. */
export interface InspectSurroundings {
  /** The kinds of tokens there are; null where nobody has said. */
  readonly kinds: readonly Kind[] | null;
  /** The key of the kind that is meant; null where the token is to tell. */
  readonly token: string | null;
  /** Seconds since 1970. */
  readonly now: number;
  /** What is said of a token of no known kind. */
  plain(header: Readonly<Record<string, unknown>> | null): ConsumerDefinition;
  /** What is known of the signature. */
  judgeSignature(read: ReadToken, definition: ConsumerDefinition): SignatureResult | Promise<SignatureResult>;
  readonly advice: InspectAdvice;
}

/** What is said where something is missing, in the words of whoever asks: a sentence each. */
export interface InspectAdvice {
  /** The signature was not to be checked; null where that is said elsewhere. */
  readonly unverified: string | null;
  /** There are no kinds. */
  readonly noKinds: string;
  /** The token is of no kind. */
  readonly unknownKind: string;
}

const UNCHECKED = "The token is so long that its claims were not held against the claim set.";

/** Everything that is wrong with a token, in the order in which to fix it. Never throws, whatever the text. */
export async function inspectText(text: string, surroundings: InspectSurroundings): Promise<Inspection> {
  const { kinds, now, advice } = surroundings;
  const { read, notes: ofPaste } = readPaste(text);
  const kind = findKind(read, surroundings);
  const definition = kind?.definition ?? surroundings.plain(read.header);
  const size = measureToken(read, kind?.definition.policy.maxTokenBytes ?? null);
  const signature = await surroundings.judgeSignature(read, definition);

  const findings = [
    ...read.findings,
    ...formFindings(read, definition, kind, surroundings),
    ...signature.findings,
    ...contentFindings(read, definition, now),
    ...(size === null ? [] : sizeFindings(size)),
  ];
  const notes = [
    ...ofPaste,
    ...(kinds === null ? [advice.noKinds] : []),
    ...(advice.unverified !== null && read.form === "signed" ? [advice.unverified] : []),
    ...(signature.note === null ? [] : [signature.note]),
    ...(read.claims === null || isCheckable(read.text, definition) ? [] : [UNCHECKED]),
    ...headerNotes(read),
  ];
  return {
    token: kind?.key ?? null,
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

/** A token without what came along with it, and what to say of that. */
function readPaste(text: string): { readonly read: ReadToken; readonly notes: readonly string[] } {
  // Nothing that long is a token, and cleaning it would be work for nothing.
  if (text.length > MAX_TEXT_LENGTH * 2) return { read: readToken(text), notes: [] };
  const paste = cleanPaste(text);
  const read = readToken(paste.text);
  const notes = paste.removed.length === 0 ? [] : [`Read without ${list(paste.removed)}.`];
  const found = read.form === "none" ? findToken(text) : null;
  if (found === null) return { read, notes };
  const others = found.others === 1 ? "another token" : `${found.others} other tokens`;
  const further = found.others === 0 ? [] : [`The text holds ${others}, which you can have read alone.`];
  return { read: readToken(found.token), notes: ["Read without the text around it.", ...further] };
}

/** The kind that was named, else the one that the token tells. An encrypted token tells by its `typ` alone. */
function findKind(read: ReadToken, { kinds, token }: InspectSurroundings): Kind | null {
  if (kinds === null) return null;
  const named = kinds.find(({ key }) => key === token);
  if (named !== undefined) return named;
  return read.form === "none" ? null : recognizeToken(kinds, read);
}

function formFindings(
  { form, header, claims }: ReadToken,
  { policy }: ConsumerDefinition,
  kind: Kind | null,
  { kinds, advice }: InspectSurroundings,
): Finding[] {
  if (form === "encrypted") return [encryptedFinding(header, kind === null ? null : policy.algorithms)];
  if (form === "none" || kind !== null || kinds === null || claims === null) return [];
  const expected = orWords(kinds.map(({ key }) => key));
  return [refusal("type_mismatch", advice.unknownKind, { expected })];
}

function contentFindings(
  { form, text, header, claims }: ReadToken,
  definition: ConsumerDefinition,
  now: number,
): Finding[] {
  const ofHeader = form !== "signed" || header === null ? [] : findHeaderFaults(header, definition);
  return claims === null ? ofHeader : [...ofHeader, ...findContentFaults(text, claims, definition, now)];
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
