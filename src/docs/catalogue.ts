import type { TextPart } from "../facts/standard-links.js";
import type { ClaimCategory } from "../model/model.js";
import type { JsonObject } from "../schema/json-schema.js";

/** Everything that the catalogue says of a project, in words, whatever it is printed as. Plain data. */
export interface Catalogue {
  readonly packageName: string;
  readonly packageVersion: string;
  /** In the order of the config. */
  readonly tokens: readonly TokenEntry[];
  /** Every claim name of every token, sorted by code unit of its short name. */
  readonly index: readonly IndexEntry[];
  /** The newest first; null where nobody asked for it. */
  readonly history: readonly HistoryEntry[] | null;
}

/** One kind of token. */
export interface TokenEntry {
  /** The key in the config. */
  readonly key: string;
  /** The name of its page without the ending: `access-token`. */
  readonly page: string;
  readonly title: string;
  readonly description: string | null;
  readonly source: string;
  /** The standard that it follows, and where that is found. */
  readonly profile: readonly TextPart[];
  readonly policy: readonly PolicyRow[];
  readonly claims: readonly ClaimEntry[];
  readonly size: SizeEntry;
  readonly example: ExampleEntry | null;
  /** Rules that the claim set as a whole silences. */
  readonly silences: readonly SilenceEntry[];
  /** Seconds. */
  readonly lifetimeSeconds: number;
}

/** One line of a policy: what it sets, the values, and what that means. */
export interface PolicyRow {
  readonly term: string;
  /** Values as they stand in tokens or the config; shown as code. */
  readonly values: readonly string[];
  /** Said behind the values, or in their place. */
  readonly words: string;
}

/** One claim of one token. */
export interface ClaimEntry {
  /** Fragment of the claim's place on the token's page. */
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly category: ClaimCategory;
  /** A private claim in a namespace of the organization. */
  readonly namespaced: boolean;
  readonly description: string | null;
  /** The type as a person says it. */
  readonly type: string;
  /** What a text has to match, as regular expressions. */
  readonly patterns: readonly string[];
  /** The same as a TypeScript type. */
  readonly typescript: string;
  /** What an object or the objects in a list hold. */
  readonly members: readonly MemberEntry[];
  /** Whether the value has more members than are told. */
  readonly hasMoreMembers: boolean;
  readonly required: boolean;
  /** `by the schema`, `by RFC 9068 section 2.2`; empty where it is not required. */
  readonly requiredBy: readonly TextPart[];
  /** What issue writes where the producer leaves the claim out. */
  readonly filledIn: string | null;
  /** JSON texts, of one line each where that is short. */
  readonly examples: readonly string[];
  readonly standard: readonly TextPart[];
  readonly deprecated: boolean;
  readonly since: string | null;
  readonly sunset: string | null;
  readonly readers: readonly string[];
  readonly silences: readonly SilenceEntry[];
  /** About how many bytes of the token it takes where it is there; null where that cannot be said. */
  readonly typicalBytes: number | null;
}

/** One member of an object that is a claim's value, or deeper in it. */
export interface MemberEntry {
  /** From the claim's value on: `id`, `members[].email`. */
  readonly path: string;
  readonly type: string;
  /** Whether every value has it; `in some cases` depends on other members. */
  readonly presence: "required" | "required in some cases" | "optional";
  readonly description: string | null;
}

/** A lint rule that a schema silences, and the reason that it gives. */
export interface SilenceEntry {
  readonly rule: string;
  readonly reason: string;
}

/** Where the bytes of a token go. All in bytes of the encoded token. */
export interface SizeEntry {
  readonly smallest: number;
  readonly typical: number;
  readonly largest: number | null;
  /** The largest first; the last is the header, the signature and the dots. */
  readonly parts: readonly SizePart[];
  /** From the smallest. */
  readonly limits: readonly SizeLimitEntry[];
}

/** A part of the typical token. */
export interface SizePart {
  /** A claim's name; null for what is no claim. */
  readonly claim: string | null;
  readonly bytes: number;
  /** In percent of the typical token, one decimal. */
  readonly percent: number;
}

/** A place that the token has to fit through. */
export interface SizeLimitEntry {
  /** `a cookie`. */
  readonly where: string;
  /** Bytes that are left for the token there. */
  readonly bytes: number;
  readonly source: string;
  /** How the token does: `always fits`, `usually fits` where only the typical one is known to, `does not fit`. */
  readonly verdict: string;
}

/** A token as an example. */
export interface ExampleEntry {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Compact serialization, with a signature that belongs to no key. */
  readonly token: string;
}

/** A claim name, and which tokens have it. */
export interface IndexEntry {
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly category: ClaimCategory;
  readonly uses: readonly {
    readonly page: string;
    readonly title: string;
    readonly id: string;
    readonly required: boolean;
    readonly deprecated: boolean;
  }[];
}

/** A commit that changed claims or policy. */
export interface HistoryEntry {
  /** The short name of the commit. */
  readonly commit: string;
  /** Of the commit: `2027-01-31`. */
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Why it could not be compared; null where it was. */
  readonly problem: string | null;
  readonly tokens: readonly HistoryToken[];
}

/** What a commit did to one kind of token. */
export interface HistoryToken {
  readonly token: string;
  /** `compatible` or `breaking`; `first` for the first state that there is. */
  readonly level: "compatible" | "breaking" | "added" | "removed" | "none";
  /** In which order to deploy; null where any order does. */
  readonly rollout: string | null;
  /** One sentence for each change. */
  readonly changes: readonly string[];
}
