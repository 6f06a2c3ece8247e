import { decodeToken, readObject } from "../runtime/token/decode.js";
import { type Finding, refusal } from "./inspection.js";
import { nameForm } from "./name-form.js";
import { encodingFaults, readPart } from "./read-part.js";
import { refusedBy } from "./refused-by.js";

/** A token as far as it can be read, and what is wrong with its form. */
export interface ReadToken {
  /** `signed`: of three parts, or meant to be. `encrypted`: a JWE, of five. */
  readonly form: "signed" | "encrypted" | "none";
  readonly text: string;
  readonly header: Readonly<Record<string, unknown>> | null;
  readonly claims: Readonly<Record<string, unknown>> | null;
  readonly findings: readonly Finding[];
}

/** Longer texts are not looked at: 1 MiB. */
export const MAX_TEXT_LENGTH = 1_048_576;

const EXPECTED = "three parts in base64url, with dots between them";

/** Reads a token part by part; a fault in one does not keep the others from being read. */
export function readToken(text: string): ReadToken {
  const nothing = { text, header: null, claims: null };
  if (text.length > MAX_TEXT_LENGTH) {
    const message = "The text is longer than 1 MiB, and no token is: it has not been looked at.";
    return { ...nothing, form: "none", findings: [refusal("token_too_large", message)] };
  }
  const parts = text.split(".", 7);
  const [first = "", second = "", third = ""] = parts;
  const header = beginsWithObject(first) ? readPart(first, "header") : null;
  if (header === null || parts.length === 1) {
    if (parts.length !== 3 || !parts.every((part) => /^[\w+/=-]*$/.test(part))) return { ...nothing, ...noToken(text) };
  }
  if (parts.length === 5) return readEncrypted(text, first);

  const read = { header: header ?? readPart(first, "header"), payload: readPart(second, "payload") };
  const faults = [
    ...countFaults(parts.length),
    ...read.header.faults,
    ...(parts.length === 1 ? [] : read.payload.faults),
    ...(parts.length === 3 ? encodingFaults(third, "signature") : []),
  ];
  const refused = refusedBy(() => readObject(decodeToken(text, MAX_TEXT_LENGTH).payload, "payload"));
  // What verify refuses is a finding, also where nothing above explains it.
  if (refused !== null && faults.length === 0) faults.push(refused.message);
  return {
    form: "signed",
    text,
    header: read.header.value,
    claims: read.payload.value,
    findings: faults.map((fault) => refusal("malformed_token", fault, { expected: EXPECTED })),
  };
}

/** Whether a part begins as an object does in base64url; whatever follows is then worth explaining. */
function beginsWithObject(part: string): boolean {
  return /^e[wy]/.test(part);
}

function noToken(text: string): Pick<ReadToken, "form" | "findings"> {
  const { what, hint } = nameForm(text);
  const message =
    text === "" ? `There is no token here. ${hint}` : `This is no JSON Web Token; it looks like ${what}. ${hint}`;
  return { form: "none", findings: [refusal("malformed_token", message, { expected: EXPECTED })] };
}

/** Only the header of a JWE can be read without the key (RFC 7516 section 3.1). */
function readEncrypted(text: string, encodedHeader: string): ReadToken {
  const { value, faults } = readPart(encodedHeader, "header");
  return {
    form: "encrypted",
    text,
    header: value,
    claims: null,
    findings: faults.map((fault) => refusal("malformed_token", fault)),
  };
}

function countFaults(parts: number): string[] {
  if (parts === 3) return [];
  if (parts === 2) return ["The token has two parts and not three: its signature is missing, as if it were cut off."];
  const count = parts > 6 ? "more than six" : String(parts);
  return [`The token has ${count} parts and not three.`];
}
