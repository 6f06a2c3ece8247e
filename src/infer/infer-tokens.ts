import type { Provider } from "../facts/providers.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import type { SourceDocument } from "../schema/read/schema-reader.js";
import { createVocabulary } from "../schema/read/vocabulary.js";
import { tokenNames } from "../text/names.js";
import { quoteText } from "../text/quote-text.js";
import { draftClaimSet } from "./draft-claim-set.js";
import { draftPolicy } from "./draft-policy.js";
import { groupSamples, type SampleGroup } from "./group-samples.js";
import { guessNamespaces } from "./guess-namespaces.js";
import { nameTokens } from "./name-tokens.js";
import type { Note } from "./note.js";
import type { Sample } from "./sample.js";

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/** Nobody has more namespaces of their own than this. */
const MAX_NAMESPACES = 10;

/** One kind of token, as it was drafted from its samples. */
export interface InferredToken {
  /** The key under `tokens` in the config. */
  readonly key: string;
  /** How many samples there were. */
  readonly samples: number;
  /** The name of the provider that was recognized; null where none was. */
  readonly provider: string | null;
  /** Its claim set. */
  readonly schema: JsonObject;
}

/** What was inferred from samples: claim sets, a config for them, and what of it is a guess. */
export interface Inference {
  readonly tokens: readonly InferredToken[];
  /** A claims.config.json, in which the schemas are `schemas/NAME.schema.json`. */
  readonly config: JsonObject;
  readonly notes: readonly Note[];
}

/**
 * Drafts claim sets and a config that accept all samples, as producers and as consumers are held to them; where a sample
 * breaks RFC 7519, a warning says so. The order of the samples makes no difference.
 *
 * No value of a sample gets into a schema or a note, except those of enumerations; issuers, audiences, algorithms and types
 * get into the config.
 *
 * @param samples - at least one
 * @param vocabularyDocument - schemas/iana-jwt.schema.json, parsed
 */
export function inferTokens(samples: readonly Sample[], vocabularyDocument: SourceDocument): Inference {
  const vocabulary = createVocabulary(vocabularyDocument.value);
  const names = new Set(samples.flatMap(({ claims }) => Object.keys(claims)));
  const guessed = guessNamespaces([...names].filter((name) => !vocabulary.claims.has(name)));
  const namespaces = guessed.length > MAX_NAMESPACES ? [] : guessed;
  const groups = groupSamples(samples).map((group) => ({ group, policy: draftPolicy(group) }));
  const keys = nameTokens(groups.map(({ group, policy }) => ({ group, profile: policy.profile })));
  const notes: Note[] = namespaceNotes(guessed);
  const tokens: InferredToken[] = [];
  const told = new Set<Provider>();
  const entries: [string, JsonValue][] = [];
  for (const [index, { group, policy }] of groups.entries()) {
    const key = keys[index] ?? "token";
    const maps = group.provider?.provider.maps ?? [];
    const title = titleOf(key, group);
    const draft = draftClaimSet(group.samples, title, { vocabularyDocument, vocabulary, namespaces, maps });
    tokens.push({
      key,
      samples: group.samples.length,
      provider: group.provider?.provider.name ?? null,
      schema: { $schema: DRAFT, ...draft.schema },
    });
    entries.push([key, { schema: schemaFile(key), ...policy.config }]);
    const own = [...providerNotes(group, told), ...evidenceNotes(group), ...draft.notes, ...policy.notes];
    notes.push(...own.map((each) => ({ ...each, token: key })));
  }
  const config = {
    $schema: "./node_modules/claimsmith/schemas/config.schema.json",
    package: { name: "@acme/claims", version: "0.1.0" },
    output: "generated",
    ...(namespaces.length === 0 ? {} : { namespaces }),
    tokens: Object.fromEntries(entries),
  };
  return { tokens, config, notes };
}

/** The file of a token's claim set, relative to the config. */
export function schemaFile(key: string): string {
  return `schemas/${tokenNames(key).kebab}.schema.json`;
}

function titleOf(key: string, { provider }: SampleGroup): string {
  if (provider !== null) return `${provider.provider.name} ${provider.token?.name ?? "token"}`;
  const words = tokenNames(key).kebab.replaceAll("-", " ").replace(/^id /u, "ID ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** @param told - the providers of which everything was said with another kind of token; this one's is added */
function providerNotes({ provider: recognized }: SampleGroup, told: Set<Provider>): readonly Omit<Note, "token">[] {
  if (recognized === null) return [];
  const { provider, by } = recognized;
  const found =
    by === "claims"
      ? `Probably of ${provider.name}, by the names of its claims.`
      : `Of ${provider.name}, by its ${by}.`;
  const sure = provider.confidence === "recalled" ? " What is known of this provider was not checked." : "";
  const kinds = `${found} A third party's tokens are only verified, so \`helpers\` is ["verify"].${sure}`;
  const isTold = told.has(provider);
  told.add(provider);
  return [kinds, ...(isTold ? [] : provider.notes)].map((message) => ({ level: "note" as const, message }));
}

function evidenceNotes({ samples }: SampleGroup): readonly Omit<Note, "token">[] {
  const notes: Omit<Note, "token">[] = [];
  if (samples.length === 1) {
    notes.push({
      level: "note",
      message:
        "There is one sample only: nothing but the registered claims that it has is required. Give more to learn more.",
    });
  }
  const expireless = samples.filter(({ claims }) => !Object.hasOwn(claims, "exp")).length;
  if (expireless > 0) {
    const which =
      samples.length === 1
        ? "The sample has"
        : `${expireless} of ${samples.length} samples ${expireless === 1 ? "has" : "have"}`;
    notes.push({
      level: "warning",
      message: `${which} no \`exp\`, which every token needs; the draft refuses such tokens.`,
    });
  }
  return notes;
}

function namespaceNotes(guessed: readonly string[]): Note[] {
  if (guessed.length === 0) return [];
  const message =
    guessed.length > MAX_NAMESPACES
      ? `The names of claims begin with ${guessed.length} different URIs, so none was taken as your namespace.`
      : `Taken as your namespace: ${guessed.map((namespace) => quoteText(namespace, 200)).join(", ")}.`;
  return [{ level: "note", token: null, message }];
}
