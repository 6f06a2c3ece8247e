import { isObject } from "../schema/own-property.js";
import { scanJson } from "../text/scan-json.js";
import { readPart } from "./read-part.js";

/** What a text is that is no token in compact serialization. */
export interface TextForm {
  /** A noun phrase: "a UUID". */
  readonly what: string;
  /** What to do, as a sentence. */
  readonly hint: string;
}

const OPAQUE = "Only its issuer can say what it stands for (RFC 7662, token introspection).";
const COMPACT = "Pass a token in compact serialization: three parts with dots between them.";

/** Texts that are known by how they begin; the first that fits counts. */
const BEGINNINGS: readonly (readonly [begins: RegExp, what: string, hint: string])[] = [
  [
    /^-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----/,
    "a private key in PEM",
    "Keep it secret; no token is needed to inspect it.",
  ],
  [/^-----BEGIN /, "a key or certificate in PEM", "Pass the token here, and the key with `--key FILE`."],
  [
    /^\s*(?:<\?xml[^>]{0,200}>)?\s*<(?:\w{1,20}:)?(?:Response|Assertion|LogoutRequest)\b/,
    "a SAML message in XML",
    COMPACT,
  ],
  [/^\s*<(?:!doctype html|html)\b/i, "an HTML page", "Look for the error that the server reports in it."],
  [/^\s*</, "XML", COMPACT],
  [/^(?:PHNhbW|PD94bW)/, "a SAML message in XML, in base64", COMPACT],
  [/^v[1-4]\.(?:local|public)\./, "a PASETO token", "PASETO is another format than JWT, and is not read here."],
  [/^(?:gh[pousr]_|github_pat_)/, "an access token of GitHub, which is opaque", OPAQUE],
  [/^glpat-/, "an access token of GitLab, which is opaque", OPAQUE],
  [/^ya29\./, "an access token of Google, which is opaque", OPAQUE],
  [/^xox[abeoprs]-/, "an access token of Slack, which is opaque", OPAQUE],
  [/^gAAAAA/, "a Fernet token", "Fernet is another format than JWT, and is not read here."],
  [/^basic\s/i, "a user name and password of HTTP Basic authentication", "Keep it secret, and pass a bearer token."],
  [/^https?:\/\//i, "a URL", "Pass the token itself."],
  [/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, "a UUID", OPAQUE],
  [/^(?:[0-9a-f]{2}){8,}$/i, "a number in hexadecimal, as session ids and opaque tokens are", OPAQUE],
];

/** Says what a text is that has not the parts of a token. Never quotes it. */
export function nameForm(text: string): TextForm {
  if (text === "")
    return { what: "empty", hint: "Check that the variable or the file that it came from holds a token." };
  if (/^[{[]/.test(text)) return nameJson(text);
  const [, what, hint] = BEGINNINGS.find(([begins]) => begins.test(text)) ?? [];
  if (what !== undefined && hint !== undefined) return { what, hint };
  if (isSelectiveDisclosure(text)) {
    return {
      what: "an SD-JWT, a token with disclosures behind it",
      hint: 'Pass what stands before the first "~" to inspect the token itself.',
    };
  }
  if (/^[\w-]+$/.test(text)) {
    const { value } = readPart(text, "payload");
    if (value !== null && Object.hasOwn(value, "alg")) return onePart("the header");
    if (value !== null) return onePart("the payload");
  }
  if (/^[\w.~+/=-]+$/.test(text)) return { what: "an opaque token, or a part of something", hint: OPAQUE };
  return { what: "text of another kind", hint: COMPACT };
}

function onePart(part: string): TextForm {
  return { what: `${part} of a token alone`, hint: "Copy the whole token, with both dots." };
}

function isSelectiveDisclosure(text: string): boolean {
  const end = text.indexOf("~");
  return end !== -1 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text.slice(0, end));
}

/** The members that tell what a JSON object is, the first that is there counts. */
const MEMBERS: readonly (readonly [member: string, what: string, hint: string])[] = [
  ["signatures", "a signed message in JSON serialization (RFC 7515 section 7.2)", COMPACT],
  ["signature", "a signed message in JSON serialization (RFC 7515 section 7.2)", COMPACT],
  ["ciphertext", "an encrypted message in JSON serialization (RFC 7516 section 7.2)", COMPACT],
  ["access_token", "the answer of a token endpoint", "Pass what its member `access_token` or `id_token` holds."],
  ["id_token", "the answer of a token endpoint", "Pass what its member `id_token` holds."],
  ["error", "an error that a server reports", "Ask for a token again."],
  ["keys", "a set of keys (JWK Set)", "Pass the token here, and the keys with `--jwks FILE`."],
  ["kty", "a key (JWK)", "Pass the token here, and the key with `--key FILE`."],
  ["alg", "a header that is already decoded", "Pass the token itself."],
  ["exp", "claims that are already decoded", "Pass the token itself."],
  ["sub", "claims that are already decoded", "Pass the token itself."],
  ["iss", "claims that are already decoded", "Pass the token itself."],
];

function nameJson(text: string): TextForm {
  // The scan bounds the nesting, so that nothing after it can overflow the stack.
  const value: unknown = scanJson(text) === null ? JSON.parse(text) : null;
  if (!isObject(value)) return { what: "JSON", hint: COMPACT };
  const [, what, hint] = MEMBERS.find(([member]) => Object.hasOwn(value, member)) ?? [];
  return { what: what ?? "a JSON object", hint: hint ?? COMPACT };
}
