import { ALGORITHMS, type Algorithm, type ProfileName } from "../config/config.js";
import { isIssuerPattern } from "../config/issuer-pattern.js";
import { PROFILES, type Profile } from "../config/profiles.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray } from "../schema/own-property.js";
import type { SampleGroup } from "./group-samples.js";
import { roundLifetime } from "./round-lifetime.js";
import type { Sample } from "./sample.js";

/** More issuers or audiences than this are tenants or clients, and no list that a config should hold. */
const MAX_PARTIES = 10;

/** What a policy allows that does not say otherwise, and the most that one can allow. */
const USUAL_BYTES = 8192;
const MOST_BYTES = 1_048_576;

/** Longer lifetimes than this were never meant: some 100 years, in seconds. */
const LONGEST_LIFETIME = 3_155_760_000;

/** A token's entry in the config, without `schema`. */
export interface PolicyDraft {
  readonly profile: ProfileName;
  readonly config: JsonObject;
  readonly notes: readonly { readonly level: "note" | "warning"; readonly message: string }[];
}

/** The policy that the samples of one kind meet, and what of it is a guess. */
export function draftPolicy(group: SampleGroup): PolicyDraft {
  const notes: { level: "note" | "warning"; message: string }[] = [];
  const note = (message: string, level: "note" | "warning" = "note") => notes.push({ level, message });
  const profile = guessProfile(group, note);
  const issuer = partiesOf(group.samples, "iss", note);
  const audience = partiesOf(group.samples, "aud", note);
  const type = group.type === null || isTypeOf(PROFILES[profile], group.type) ? null : group.type;
  const isWritable = type === null || /^[a-z0-9!#$&^_.+-]{1,63}(?:\/[a-z0-9!#$&^_.+-]{1,63})?$/u.test(type);
  if (!isWritable)
    note("The header `typ` is no media type, so the config leaves it out and verify will refuse it.", "warning");
  const algorithms = algorithmsOf(group.samples, note);
  const lifetime = lifetimeOf(group.samples, note);
  return {
    profile,
    config: {
      ...(profile === "jwt" ? {} : { profile }),
      ...(issuer.length === 0 ? {} : { issuer: oneOrList(issuer) }),
      ...(audience.length === 0 ? {} : { audience: oneOrList(audience) }),
      algorithms,
      ...(type === null || !isWritable ? {} : { type }),
      lifetime,
      ...sizeOf(group.samples, note),
      ...(group.provider === null ? {} : { helpers: ["verify"] }),
    },
    notes,
  };
}

type Tell = (message: string, level?: "note" | "warning") => void;

/** The standard that the tokens follow: only where each sample has all that it demands. */
function guessProfile({ samples, type, provider }: SampleGroup, note: Tell): ProfileName {
  const candidates: readonly ProfileName[] =
    type === "at+jwt"
      ? ["rfc9068"]
      : type === "logout+jwt"
        ? ["oidc-logout-token"]
        : type === null && (provider?.token?.profile === "oidc-id-token" || samples.every(hasIdTokenMark))
          ? ["oidc-id-token"]
          : [];
  for (const name of candidates) {
    const profile = PROFILES[name];
    const missing = profile.required.filter(({ name }) => !samples.every(({ claims }) => Object.hasOwn(claims, name)));
    if (missing.length === 0 && meetsOthers(profile, samples)) return name;
    const lacks = missing.map(({ name }) => `\`${name}\``).join(", ");
    note(
      `The tokens look like those of ${profile.specification}, but not all of them meet it${lacks === "" ? "" : ` (missing: ${lacks})`}; the profile is \`jwt\`.`,
    );
  }
  return "jwt";
}

function hasIdTokenMark({ claims }: Sample): boolean {
  return ["nonce", "at_hash", "c_hash"].some((name) => Object.hasOwn(claims, name));
}

function meetsOthers(profile: Profile, samples: readonly Sample[]): boolean {
  return samples.every(
    ({ claims }) =>
      profile.forbidden.every(({ name }) => !Object.hasOwn(claims, name)) &&
      profile.atLeastOneOf.every((group) => group.claims.some((name) => Object.hasOwn(claims, name))),
  );
}

function isTypeOf(profile: Profile, type: string): boolean {
  return profile.acceptedTypes.some((accepted) => accepted?.toLowerCase() === type);
}

/** The values of `iss` or `aud`, sorted; none unless each sample has one, since a policy that lists them demands them. */
function partiesOf(samples: readonly Sample[], claim: "iss" | "aud", note: Tell): readonly string[] {
  const what = claim === "iss" ? "issuer" : "audience";
  const found = new Set<string>();
  for (const { claims } of samples) {
    const parties = textsOf(getOwn(claims, claim));
    if (parties.length === 0) {
      note(`Not every sample has an ${what}, so the config demands none: say which ones you trust.`);
      return [];
    }
    for (const party of parties) found.add(party);
  }
  if (found.size > MAX_PARTIES) {
    note(`The samples have ${found.size} different ${what}s, too many to list; the config demands none.`);
    return [];
  }
  if (claim === "iss" && [...found].some(isIssuerPattern)) {
    note("An issuer of the samples has braces, as no URL has; the config demands none: say which ones you trust.");
    return [];
  }
  return [...found].sort();
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  const values = isArray(value) ? value : [value];
  return values.filter((each) => typeof each === "string" && each !== "") as readonly string[]; // Filtered to strings.
}

function algorithmsOf(samples: readonly Sample[], note: Tell): readonly Algorithm[] {
  const named = new Set(samples.flatMap(({ header }) => (header === null ? [] : [getOwn(header, "alg")])));
  const known = ALGORITHMS.filter((algorithm) => named.has(algorithm));
  if ([...named].some((name) => typeof name === "string" && name.toLowerCase() === "none")) {
    note("A sample is unsigned (`alg` is `none`); verify refuses such tokens.", "warning");
  } else if (named.size > known.length) {
    note("A sample has an algorithm that cannot be verified here; the config leaves it out.", "warning");
  }
  const families = new Set(known.map((algorithm) => (algorithm.startsWith("HS") ? "shared secret" : "key pair")));
  if (families.size > 1) {
    note(
      "Some samples are signed with a shared secret and some with a key pair: keep one (RFC 8725 section 3.1).",
      "warning",
    );
  }
  if (known.length > 0) return known;
  note("No sample names an algorithm that can be used, so `RS256` is a guess: set the one that the issuer signs with.");
  return ["RS256"];
}

function lifetimeOf(samples: readonly Sample[], note: Tell): string {
  let longest = 0;
  for (const { claims } of samples) {
    const from = getOwn(claims, "iat") ?? getOwn(claims, "nbf");
    const to = getOwn(claims, "exp");
    if (typeof from === "number" && typeof to === "number") longest = Math.max(longest, to - from);
  }
  if (longest > 0 && longest <= LONGEST_LIFETIME) return roundLifetime(longest);
  note("The samples do not tell how long a token lives, so `1h` is a guess: set the longest lifetime that you accept.");
  return "1h";
}

/** The longest token in whole kibibytes, where it is longer than a policy allows by itself. */
function sizeOf(samples: readonly Sample[], note: Tell): JsonObject {
  const longest = samples.reduce((most, { bytes = 0 }) => Math.max(most, bytes), 0);
  if (longest <= USUAL_BYTES) return {};
  if (longest > MOST_BYTES) {
    note(`A sample is longer than the ${MOST_BYTES} bytes that any policy can allow.`, "warning");
    return { maxTokenBytes: MOST_BYTES };
  }
  note("A sample is longer than 8192 bytes, more than many servers take in a header; `maxTokenBytes` allows for it.");
  return { maxTokenBytes: Math.ceil(longest / 1024) * 1024 };
}

function oneOrList(values: readonly string[]): JsonValue {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : values;
}
