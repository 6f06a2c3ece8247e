import { ALGORITHMS } from "../config/config.js";
import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { checkAlgorithm, checkExtensions, checkKeyId, checkType } from "../runtime/verify/verify-header.js";
import { quoteText } from "../text/quote-text.js";
import { type Finding, type FindingCode, refusal } from "./inspection.js";
import { refusedBy } from "./refused-by.js";
import { orWords } from "./words.js";

type Header = Readonly<Record<string, unknown>>;

/** What is wrong with the header of a signed token, by the runtime's own checks. */
export function findHeaderFaults(header: Header, definition: ConsumerDefinition): Finding[] {
  const { algorithms } = definition.policy;
  return [
    ...ask(
      () => checkAlgorithm(header, algorithms),
      "algorithm_not_allowed",
      () => algorithmFault(header, algorithms),
    ),
    ...ask(
      () => checkExtensions(header),
      "malformed_token",
      () => ({ message: extensionFault(header) }),
    ),
    ...ask(
      () => checkType(header, definition.acceptedTypes),
      "type_mismatch",
      () => typeFault(header, definition),
    ),
    ...ask(
      () => checkKeyId(header),
      "malformed_token",
      () => ({ message: 'Header member "kid" is not a string.' }),
    ),
  ];
}

interface Fault {
  readonly message: string;
  readonly expected?: string;
}

function ask(check: () => void, code: FindingCode, explain: () => Fault): Finding[] {
  if (refusedBy(check) === null) return [];
  const { message, expected } = explain();
  return [refusal(code, message, { expected: expected ?? null })];
}

function algorithmFault(header: Header, allowed: readonly string[]): Fault {
  const expected = orWords(allowed);
  const alg = readMember(header, "alg");
  if (alg === undefined) return { expected, message: 'The header has no "alg".' };
  if (typeof alg !== "string") return { expected, message: 'Header member "alg" is not a string.' };
  if (/^none$/i.test(alg))
    return { expected, message: 'The token is not signed: its "alg" is "none". Anyone can write one.' };
  const sameLetters = ALGORITHMS.find((name) => name !== alg && name.toLowerCase() === alg.toLowerCase());
  if (sameLetters !== undefined) {
    return {
      expected,
      message: `There is no algorithm ${quoteText(alg)}; did you mean ${quoteText(sameLetters)}? Case counts.`,
    };
  }
  const isKnown = ALGORITHMS.some((name) => name === alg);
  const what = isKnown
    ? `The policy does not allow the algorithm ${quoteText(alg)}.`
    : `The algorithm ${quoteText(alg)} is not known here.`;
  const isConfusion = alg.startsWith("HS") && !allowed.some((name) => name.startsWith("HS"));
  return {
    expected,
    message: isConfusion
      ? `${what} A secret where a key pair is expected may be an attack (RFC 8725 section 2.1).`
      : what,
  };
}

function extensionFault(header: Header): string {
  const names = ["crit", "b64"].filter((name) => Object.hasOwn(header, name)).map((name) => `"${name}"`);
  return `The header has ${names.join(" and ")}, and no extension is understood here (RFC 7515 section 4.1.11).`;
}

function typeFault(header: Header, { acceptedTypes }: ConsumerDefinition): Fault {
  const expected = orWords(acceptedTypes.map((type) => (type === null ? "no typ" : type)));
  const type = readMember(header, "typ");
  if (type === undefined) return { expected, message: 'The header has no "typ", which tells kinds of tokens apart.' };
  if (typeof type !== "string") return { expected, message: 'Header member "typ" is not a string.' };
  return { expected, message: `The header's "typ" is ${quoteText(type)}, and not that of this kind of token.` };
}

/** A header member's value; only an own property is one. */
export function readMember(header: Header, name: string): unknown {
  return Object.hasOwn(header, name) ? header[name] : undefined;
}
