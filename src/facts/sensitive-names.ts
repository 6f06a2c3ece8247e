import { nameWords } from "./name-words.js";

/** What a sensitive name is about, as a noun for messages. */
export type SensitiveCategory =
  | "password"
  | "key"
  | "one-time code"
  | "credential"
  | "payment card or account"
  | "identity number"
  | "contact detail"
  | "name of a person"
  | "picture of a person"
  | "date or place of birth"
  | "postal address"
  | "personal characteristic"
  | "location of a person or device"
  | "device identifier"
  | "user name"
  | "financial detail"
  | "membership or staff number"
  | "special category";

/** What a name gives away. */
export interface SensitiveName {
  /** `secret`: whoever reads it can act as someone, or pay, or pose as them. `personal`: it tells something about a person. */
  readonly kind: "secret" | "personal";
  readonly category: SensitiveCategory;
  /** The words that say so: `card number`. */
  readonly term: string;
  /** One of the special categories of GDPR article 9, or data of article 10. */
  readonly special: boolean;
}

interface Terms {
  readonly category: SensitiveCategory;
  /** Each a word, or several that follow each other; separated by commas. */
  readonly terms: string;
  /** Words beside which these terms mean something harmless. */
  readonly unless?: string;
}

/**
 * Words beside which a sensitive word is not the thing itself but something about it: `password_changed_at`,
 * `email_verified`, `phone_type`.
 */
const ABOUT =
  "verified, unverified, confirmed, changed, updated, modified, rotated, expires, expired, expiry, expiration, exp, at, " +
  "enabled, disabled, required, allowed, mandatory, must, has, is, can, should, needs, optional, version, policy, " +
  "length, strength, attempts, count, limit, type, kind, provider, template, consent, notification, notifications, " +
  "opt, method, methods, format, scheme, status, state, ttl, lifetime, complexity, quality, manager";

const SECRETS: readonly Terms[] = [
  {
    category: "password",
    terms:
      "password, passwd, pwd, passphrase, passcode, salt, password hash, hashed password, security answer, pin, pin code",
    unless: "url, uri, endpoint, reset, page, form, level, id, pushpin",
  },
  {
    category: "key",
    terms:
      "apikey, privatekey, api key, private key, secret key, access key, signing key, encryption key, symmetric key, " +
      "mnemonic, seed, seed phrase",
    unless:
      "url, uri, endpoint, public, id, ids, name, hash, fingerprint, thumbprint, usage, use, scope, scopes, algorithm, alg, random",
  },
  { category: "one-time code", terms: "otp, totp, mfasecret, otp code, recovery code, backup code", unless: "used" },
  {
    category: "credential",
    terms: "secret, credential, client secret, shared secret, refresh token, access token, session token, bearer token",
    unless:
      "url, uri, endpoint, id, ids, name, hash, subject, schema, verifiable, configuration, issuer, offer, evidence, use, usage, " +
      "introspection, family, manager, store",
  },
  {
    category: "payment card or account",
    terms:
      "cvv, cvc, csc, credit card, debit card, card number, card pan, account number, routing number, bank account",
    unless: "brand, network, last, last4, masked, country, currency, id, name",
  },
  {
    category: "identity number",
    terms:
      "ssn, nino, social security, tax id, tax number, national id, passport number, driver license, drivers license, driving license",
    unless: "country, class, classes, issuer, authority",
  },
];

const PERSONAL: readonly Terms[] = [
  {
    category: "contact detail",
    terms: "email, mail, phone, telephone, mobile, msisdn, fax, phone number, email address",
    unless:
      "domain, domains, server, host, service, support, system, app, client, box, queue, id, country, carrier, org, company, noreply, network, device",
  },
  {
    category: "name of a person",
    terms:
      "firstname, lastname, surname, fullname, nickname, first name, last name, full name, given name, family name, " +
      "middle name, maiden name, display name, spouse",
    unless: "count, product, package, font, app, org, company",
  },
  {
    category: "picture of a person",
    terms: "picture, photo, avatar",
    unless: "size, count, product, app, org, company, album, id",
  },
  {
    category: "date or place of birth",
    terms: "birthdate, birthday, dob, birthplace, date of birth, birth date, place of birth, birth year, age",
    unless:
      "max, min, maximum, minimum, message, session, token, cache, account, key, cookie, auth, authentication, rating, group, bracket, seconds, days",
  },
  {
    category: "postal address",
    terms: "address, street, zip, zipcode, postcode, postal, city, street address, home address, postal code, zip code",
    unless:
      "wallet, contract, mac, ip, ethereum, eth, bitcoin, btc, chain, blockchain, server, service, host, node, bind, listen, " +
      "memory, web, company, org, office, store, file, archive, id",
  },
  {
    category: "personal characteristic",
    terms: "gender, sex, nationality, marital",
  },
  {
    category: "location of a person or device",
    terms: "geolocation, geo, gps, latitude, longitude, ip, ipaddr, ip address, location",
    unless:
      "restriction, restrictions, fence, allowlist, whitelist, range, ranges, cidr, pool, region, server, service, warehouse, locations, store, airport, station, iata, times, data, bucket, storage, id, ids, default",
  },
  {
    category: "device identifier",
    terms: "imei, imsi, iccid, mac address, device id, advertising id",
    unless: "server, switch, router, gateway, type",
  },
  {
    category: "user name",
    terms: "username, login, upn, user name",
    unless: "last, time, via, ip, flow, page, idp, source",
  },
  {
    category: "financial detail",
    terms: "salary, income, fiscal, iban, bic, swift, insurance",
    unless: "year, quarter, package, product, taylor, provider",
  },
  {
    category: "membership or staff number",
    terms: "employee id, employee number, student id, student number, fiscal code",
  },
];

/** GDPR articles 9 and 10. */
const SPECIAL: readonly Terms[] = [
  {
    category: "special category",
    terms:
      "health, medical, diagnosis, disability, genetic, biometric, ethnicity, religion, political, criminal, blood, patient, " +
      "health insurance, sexual orientation, trade union, union membership",
    unless: "check, checks, service, system, cluster, condition, probe, score, department",
  },
  { category: "special category", terms: "race", unless: "id, ids, condition, result, number, car, horse" },
  {
    category: "special category",
    terms: "fingerprint",
    unless:
      "key, keys, cert, certificate, certificates, tls, ssl, x5t, sha1, sha256, jwk, ssh, pgp, gpg, public, device, browser, user agent, " +
      "request, client, token, hash, build, git, commit, code, signing",
  },
];

interface Term {
  readonly words: readonly string[];
  readonly unless: ReadonlySet<string>;
  readonly found: SensitiveName;
}

/** The longest terms first, so that `password hash` is named before `password`; secrets before personal data. */
const TERMS: readonly Term[] = [
  ...readTerms(SECRETS, "secret", false),
  ...readTerms(SPECIAL, "personal", true),
  ...readTerms(PERSONAL, "personal", false),
];

/** The places in the list of the terms that begin with a word. */
const RANKS: ReadonlyMap<string, readonly number[]> = ranksByFirstWord();

function ranksByFirstWord(): ReadonlyMap<string, readonly number[]> {
  const ranks = new Map<string, number[]>();
  for (const [rank, { words }] of TERMS.entries()) {
    const first = words[0] ?? "";
    ranks.set(first, [...(ranks.get(first) ?? []), rank]);
  }
  return ranks;
}

/**
 * What the name of a claim or of a member gives away: a secret, or personal data; null where it does neither, as far as
 * names can tell. Whole words count, after {@link nameWords}; a plural or a trailing digit makes no difference.
 * Facts about a secret (`password_changed_at`) and about personal data (`email_verified`) are neither.
 *
 * The names that IANA registers are not this function's matter: the vocabulary says which of them are personal data.
 *
 * @example findSensitiveName("userPassword") // { kind: "secret", category: "password", term: "password", special: false }
 * @example findSensitiveName("email_verified") // null
 */
export function findSensitiveName(name: string): SensitiveName | null {
  return findInWords(nameWords(name));
}

/**
 * What a description says that a value is, by the noun that it begins with: `The user's API key, for billing` is a key,
 * `Whether the password must be changed` and `ID of the API key` are not. Only secrets: prose about people is no evidence.
 */
export function findSecretDescription(description: string): SensitiveName | null {
  if (/^\s*(?:whether|if|when)\b/iu.test(description)) return null;
  const clause = description.split(
    /[.,;:()\n\u2013\u2014]|\b(?:of|for|that|which|to|in|used|by|with|from|when|if|is|as|has|was|must)\b/iu,
    1,
  )[0];
  // Longer than a noun with its adjectives: prose that ends in such a word by chance.
  const words = nameWords((clause ?? "").replaceAll(/[/:#]/gu, " ").replaceAll(/['\u2019]s?\b/gu, ""));
  if (words.length > 6) return null;
  const forms = words.map(wordForms);
  const term = TERMS.find(
    (each) => each.found.kind === "secret" && startsAt(forms, words.length - each.words.length, each),
  );
  return term === undefined || isHarmless(words, term) ? null : term.found;
}

/** The term of the highest rank that the words hold. */
function findInWords(words: readonly string[]): SensitiveName | null {
  const forms = words.map(wordForms);
  let best = TERMS.length;
  for (const [start, word] of forms.entries()) {
    for (const rank of word.flatMap((form) => RANKS.get(form) ?? [])) {
      const term = TERMS[rank];
      if (rank < best && term !== undefined && startsAt(forms, start, term) && !isHarmless(words, term)) best = rank;
    }
  }
  return TERMS[best]?.found ?? null;
}

function isHarmless(words: readonly string[], term: Term): boolean {
  return words.some((word) => term.unless.has(word) && !term.words.includes(word));
}

function startsAt(forms: readonly (readonly string[])[], start: number, term: Term): boolean {
  return term.words.every((wanted, offset) => forms[start + offset]?.includes(wanted) === true);
}

/** A word, and what it may be the plural of: `phones`, `addresses`, `identities` and `phone2` are the word too. */
function wordForms(word: string): readonly string[] {
  const bare = word.replace(/[0-9]+$/u, "");
  return [word, bare, bare.replace(/s$/u, ""), bare.replace(/es$/u, ""), bare.replace(/ies$/u, "y")];
}

function readTerms(groups: readonly Terms[], kind: SensitiveName["kind"], special: boolean): readonly Term[] {
  return groups
    .flatMap(({ category, terms, unless = "" }) => {
      const harmless = new Set([...readList(ABOUT), ...readList(unless)]);
      return readList(terms).map((term) => ({
        words: term.split(" "),
        unless: harmless,
        found: { kind, category, term, special },
      }));
    })
    .sort((first, second) => second.words.length - first.words.length);
}

function readList(text: string): readonly string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/**
 * The members of a JWK that only its owner may know: RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1, RFC 8037 section 2
 * (`d`), and `priv` of the AKP keys of RFC 9964.
 */
export const PRIVATE_JWK_MEMBERS: readonly string[] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];
