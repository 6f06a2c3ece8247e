import type { JsonValue } from "../schema/json-schema.js";
import { nameWords } from "./name-words.js";

/** What claims of these names usually hold, in texts that name nobody. */
const BY_NAME: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["sub", "user-1"],
  ["jti", "token-1"],
  ["sid", "session-1"],
  ["nonce", "nonce-1"],
  ["client_id", "client-1"],
  ["azp", "client-1"],
  ["scope", "read"],
  ["name", "Ada Example"],
  ["given_name", "Ada"],
  ["family_name", "Example"],
  ["nickname", "ada"],
  ["preferred_username", "ada"],
  ["locale", "en"],
  ["zoneinfo", "Europe/Berlin"],
  ["gender", "female"],
  ["birthdate", "2000-01-31"],
  ["phone_number", "+12025550100"],
  ["iss", "https://issuer.example"],
  ["aud", "https://audience.example"],
]);

/** What claims whose last word is one of these usually hold. */
const BY_WORD: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["email", "ada@example.com"],
  ["verified", true],
  ["phone", "+12025550100"],
  ["mobile", "+12025550100"],
  ["uri", "https://example.com/a"],
  ["url", "https://example.com/a"],
  ["picture", "https://example.com/ada.png"],
  ["website", "https://example.com/ada"],
  ["profile", "https://example.com/ada"],
  ["id", "id-1"],
  ["at", 1_767_225_600],
  ["time", 1_767_225_600],
]);

/** As {@link BY_WORD}, in words that a reader of an example knows at sight. */
const TELLING: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["country", "DE"],
  ["region", "eu-west-1"],
  ["currency", "EUR"],
  ["language", "en"],
  ["lang", "en"],
  ["locale", "en"],
  ["timezone", "Europe/Berlin"],
  ["ip", "192.0.2.1"],
  ["ipaddr", "192.0.2.1"],
  ["host", "service.example"],
  ["hostname", "service.example"],
  ["domain", "example.com"],
  ["version", "1.0.0"],
  ["ver", "1.0"],
  ["color", "#336699"],
  ["date", "2026-01-31"],
  ["city", "Berlin"],
  ["role", "member"],
  ["permission", "read"],
  ["scope", "read"],
  ["plan", "free"],
  ["firstname", "Ada"],
  ["lastname", "Example"],
  ["username", "ada"],
  ["surname", "Example"],
  ["street", "Example Street 1"],
  ["locality", "Berlin"],
  ["acr", "urn:mace:incommon:iap:silver"],
  ["amr", "pwd"],
  ["aal", "aal1"],
  ["hash", "77QmUPtjPfzWtF2AnpK9RQ"],
  ["sha", "3f786850e387550fdab836ed7e6dc881de23001b"],
  ["commit", "3f786850e387550fdab836ed7e6dc881de23001b"],
  ["branch", "main"],
  ["hd", "example.com"],
  ["nationality", "DE"],
  ["scp", "read"],
  ["upn", "ada@example.com"],
  ["dob", "2000-01-31"],
  ["typ", "Bearer"],
  ["origin", "https://app.example"],
  ["salutation", "Ms"],
  ["kty", "EC"],
  ["crv", "P-256"],
  ["kid", "key-1"],
  ["jkt", "wBjEHBr68sC2bGT5fQ7hNWV7aZrSYPKZI0zUCl1iXg4"],
  ["htm", "GET"],
  ["alg", "ES256"],
  ["use", "sig"],
  ["number", "1"],
  ["attempt", "1"],
  ["time", "2026-01-01T00:00:00Z"],
]);

/** As {@link TELLING}, of whole names. */
const TELLING_NAMES: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["street_address", "Example Street 1"],
  ["postal_code", "10115"],
  ["zip_code", "10115"],
  ["job_title", "Engineer"],
  ["ip_address", "192.0.2.1"],
  ["middle_name", "Maria"],
  ["birth_family_name", "Sample"],
  ["birth_given_name", "Ada"],
  ["birth_middle_name", "Maria"],
  ["full_name", "Ada Example"],
  ["display_name", "Ada Example"],
  ["common_name", "Ada Example"],
  ["unique_name", "ada@example.com"],
  ["login_hint", "ada@example.com"],
  ["preferred_honorific", "Dr."],
  ["date_of_birth", "2000-01-31"],
  ["token_use", "access"],
  ["sd_alg", "sha-256"],
  ["token_type", "Bearer"],
  ["key_ops", "verify"],
  ["key_op", "verify"],
  ["formatted", "Example Street 1, 10115 Berlin, Germany"],
]);

/** Members that mean something else in objects whose name ends in some word than elsewhere. */
const OF_HOLDER: ReadonlyMap<string, ReadonlyMap<string, JsonValue>> = new Map([
  [
    "region",
    new Map([
      ["address", "Berlin"],
      ["birth", "Berlin"],
    ]),
  ],
]);

/** The first words of names that ask a question. */
const QUESTIONS = new Set(["is", "has", "can"]);

/** The last words of names of what is not so as a rule. */
const UNLIKELY = new Set(
  "anonymous banned blocked deleted disabled expired guest impersonated locked revoked suspended temporary test".split(
    " ",
  ),
);

/** What a claim of a name usually holds, the likeliest first; none for most names. */
export function* usualValues(name: string): Generator<JsonValue> {
  const local = name.split(/[/:#]/).at(-1) ?? name;
  const own = BY_NAME.get(local);
  if (own !== undefined) yield own;
  const word = local
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\-. ]/)
    .at(-1);
  const usual = BY_WORD.get(word ?? "");
  if (usual !== undefined) yield usual;
}

/**
 * A value that tells a reader what the claim is about: the usual one, else a text made of the name, such as `tenant-1`.
 *
 * @param holder - the name of the object that it is a member of
 */
export function* tellingValues(name: string, holder = ""): Generator<JsonValue> {
  const ofHolder = OF_HOLDER.get(name)?.get(wordsOf(holder).at(-1) ?? "");
  if (ofHolder !== undefined) yield ofHolder;
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const isId = last === "id" && words.length > 1;
  const subject = isId ? words.slice(0, -1).join("-") : words.join("-");
  if (isId) yield `${subject}-1`;
  if (words.length > 1 && QUESTIONS.has(words[0] ?? "")) yield isLikely(name);
  yield* usualValues(name);
  for (const part of words.length > 2 ? [words, words.slice(-2)] : [words]) {
    const own = BY_NAME.get(part.join("_")) ?? TELLING_NAMES.get(part.join("_"));
    if (own !== undefined) yield own;
  }
  // A country code is a country.
  const told = last === "code" && words.length > 1 ? (words.at(-2) ?? last) : last;
  const telling = TELLING.get(told) ?? (told.endsWith("s") ? TELLING.get(told.slice(0, -1)) : undefined);
  if (telling !== undefined) yield telling;
  if (/^[a-z0-9-]{1,40}$/.test(subject)) yield /\d$/.test(subject) ? subject : `${subject}-1`;
}

/** Whether what a name says is so as a rule: few users are blocked. */
export function isLikely(name: string): boolean {
  return !UNLIKELY.has(wordsOf(name).at(-1) ?? "");
}

/** As {@link nameWords}, which is slower, for names in ASCII. */
function wordsOf(name: string): readonly string[] {
  if (/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name)) return name.split("_");
  return nameWords(name);
}
