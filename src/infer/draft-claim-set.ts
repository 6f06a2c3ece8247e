import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { getOwn } from "../schema/own-property.js";
import type { SourceDocument } from "../schema/read/schema-reader.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { shortClaimName } from "../text/names.js";
import { quoteText } from "../text/quote-text.js";
import { describeGuesses } from "./describe-guesses.js";
import { draftSchema } from "./draft-schema.js";
import { findDepartures, vocabularyReference } from "./find-departures.js";
import { Observation } from "./observation.js";
import type { Sample } from "./sample.js";

/** The claims of RFC 7519 section 4.1, which a claim set cannot define otherwise. */
const REGISTERED = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"] as const;

/** Names of the registry that OpenID Connect made everybody's, however general they are. */
const FAMILIAR: ReadonlySet<string> = new Set(["name", "profile", "roles", "groups", "entitlements"]);

/** Seconds that no time of these centuries has reached; milliseconds have. */
const LATEST_SECONDS = 100_000_000_000;

/** A claim set as it was drafted. */
export interface ClaimSetDraft {
  /** Its schema, without `$schema`. */
  readonly schema: JsonObject;
  readonly notes: readonly { readonly level: "note" | "warning"; readonly message: string }[];
}

/** What a draft takes from outside its samples. */
export interface DraftSources {
  /** schemas/iana-jwt.schema.json, parsed. */
  readonly vocabularyDocument: SourceDocument;
  readonly vocabulary: Vocabulary;
  readonly namespaces: readonly string[];
  /** Paths of objects that are maps, joined by blanks; `*` is any name. */
  readonly maps: readonly string[];
}

/**
 * The claim set that holds all samples of one kind: registered and public claims by reference where the samples fit
 * them, every other claim as it was seen.
 */
export function draftClaimSet(samples: readonly Sample[], title: string, sources: DraftSources): ClaimSetDraft {
  const seen = observe(samples);
  const names = sortNames([...seen.members.keys()]);
  const known = names.filter((name) => sources.vocabulary.claims.has(name));
  const departures = findDepartures(
    samples.map(({ claims }) => claims),
    known,
    sources.vocabularyDocument,
  );
  const requires = samples.length > 1;
  const properties = names.map((name): [string, JsonValue] => {
    const claim = seen.members.get(name) ?? new Observation();
    if (known.includes(name) && (!departures.has(name) || contradicts(name, claim))) {
      return [name, vocabularyReference(name)];
    }
    const telling = sources.vocabulary.claims.get(name)?.personalData === true;
    return [name, draftClaim(name, claim, { requires, names: !telling, maps: sources.maps })];
  });
  const required = names.filter(
    (name) => (requires || isRegistered(name)) && seen.members.get(name)?.count === samples.length,
  );
  return {
    schema: {
      title,
      type: "object",
      properties: Object.fromEntries(withShortNames(properties, sources.namespaces)),
      ...(required.length === 0 ? {} : { required }),
    },
    notes: [
      ...describeGuesses(properties).map((message) => ({ level: "note" as const, message })),
      ...departureNotes(departures, seen),
      ...millisecondNotes(samples, known),
      ...generalNames(known, departures, sources.vocabulary),
    ],
  };
}

function observe(samples: readonly Sample[]): Observation {
  const seen = new Observation();
  for (const [index, { claims }] of samples.entries()) {
    // One subject's tokens prove nothing about what others may have.
    const subject = getOwn(claims, "sub");
    seen.add(claims, typeof subject === "string" ? `sub ${subject}` : `${index}`);
  }
  return seen;
}

function draftClaim(
  name: string,
  seen: Observation,
  { requires, names, maps }: { readonly requires: boolean; readonly names: boolean; readonly maps: readonly string[] },
): JsonObject {
  const patterns = maps.map((map) => map.split(" "));
  return draftSchema(seen, [name], {
    requires,
    names,
    isMap: (path) =>
      patterns.some((map) => map.length === path.length && map.every((part, at) => part === "*" || part === path[at])),
  });
}

function isRegistered(name: string): boolean {
  return REGISTERED.some((registered) => registered === name);
}

/** The registered claims in the order of their standard, then the others by code unit. */
function sortNames(names: readonly string[]): readonly string[] {
  return [...REGISTERED.filter((name) => names.includes(name)), ...names.filter((name) => !isRegistered(name)).sort()];
}

/** Names that come out the same once they are cased get short names of their own, or no package could be generated. */
function withShortNames(
  properties: readonly (readonly [string, JsonValue])[],
  namespaces: readonly string[],
): readonly (readonly [string, JsonValue])[] {
  // What RFC 7519 and the policy add is in the claim set, too.
  const taken = new Set<string>(REGISTERED.filter((name) => !properties.some(([own]) => own === name)));
  return properties.map(([name, schema]) => {
    const short = shortClaimName(name, namespaces);
    let free = short;
    for (let number = 2; taken.has(free); number += 1) free = `${short}${number}`;
    taken.add(free);
    // Every schema here is an object that this folder made.
    return [name, free === short ? schema : { "x-claimsmith-name": free, ...(schema as JsonObject) }];
  });
}

/** Says whether a value was seen that RFC 7519 does not allow for a registered claim: there is no claim set that holds it. */
function contradicts(name: string, { count, texts, integers, fractions, arrays, items }: Observation): boolean {
  switch (name) {
    case "exp":
    case "nbf":
    case "iat":
      return integers + fractions < count;
    case "aud":
      return texts.count + arrays < count || (items !== null && items.texts.count < items.count);
    default:
      return isRegistered(name) && texts.count < count;
  }
}

function departureNotes(departures: ReturnType<typeof findDepartures>, seen: Observation): ClaimSetDraft["notes"] {
  return [...departures].sort(byName).map(([name, departure]) => {
    const shown = quoteText(name);
    if (contradicts(name, seen.members.get(name) ?? new Observation())) {
      return {
        level: "warning",
        message: `A sample has a value of ${shown} that RFC 7519 does not allow; the draft refuses that sample.`,
      };
    }
    return {
      level: "note",
      message:
        departure === "value"
          ? `${shown} is not what is registered under that name, so it has a schema of its own.`
          : `${shown} has members that its registration does not list, so it has a schema of its own.`,
    };
  });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const TIMES = ["exp", "nbf", "iat", "auth_time", "updated_at"];

function millisecondNotes(samples: readonly Sample[], known: readonly string[]): ClaimSetDraft["notes"] {
  return TIMES.filter((name) => known.includes(name))
    .filter((name) => samples.some(({ claims }) => Number(getOwn(claims, name)) > LATEST_SECONDS))
    .map((name) => ({
      level: "warning",
      message: `${quoteText(name)} seems to count milliseconds; tokens count seconds (RFC 7519 section 2).`,
    }));
}

function generalNames(
  known: readonly string[],
  departures: ReadonlyMap<string, unknown>,
  { claims }: Vocabulary,
): ClaimSetDraft["notes"] {
  const names = known.filter(
    (name) => claims.get(name)?.genericName === true && !departures.has(name) && !FAMILIAR.has(name),
  );
  if (names.length === 0) return [];
  const shown = names.map((name) => quoteText(name)).join(", ");
  const verb = names.length === 1 ? "is a registered name" : "are registered names";
  return [
    {
      level: "note",
      message: `${shown} ${verb} that people use for other things, too: check that you mean the registered one.`,
    },
  ];
}
