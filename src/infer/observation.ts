import { isOfFormat } from "../containment/formats.js";
import type { JsonValue } from "../schema/json-schema.js";

/** Formats that infer proposes, the most telling first. Broader ones (`hostname`, `uri-reference`) hold too much to mean anything. */
const FORMATS = ["uuid", "date-time", "date", "email", "ipv4", "ipv6", "uri"] as const;

/** More different texts than this are no enumeration, and are not kept. */
export const MAX_KEPT_TEXTS = 8;

/** A text that was seen, and whose tokens it was seen in. */
interface SeenText {
  count: number;
  /** The first source. */
  readonly source: string;
  /** Whether another source had it too. */
  isShared: boolean;
}

/** The texts seen at one place. */
export class SeenTexts {
  count = 0;
  /** Null once there were too many different ones. */
  kept: Map<string, SeenText> | null = new Map();
  /** What all of them are. */
  formats: readonly string[] = FORMATS;

  add(text: string, source: string): void {
    this.count += 1;
    this.formats = this.formats.filter((format) => isFormat(format, text));
    this.#keep(text, { count: 1, source, isShared: false });
  }

  merge(other: SeenTexts): void {
    this.count += other.count;
    this.formats = this.formats.filter((format) => other.formats.includes(format));
    if (other.kept === null) this.kept = null;
    for (const [text, seen] of other.kept ?? []) this.#keep(text, seen);
  }

  #keep(text: string, seen: SeenText): void {
    if (this.kept === null) return;
    const known = this.kept.get(text);
    if (known === undefined) this.kept.set(text, { ...seen });
    else {
      known.count += seen.count;
      known.isShared ||= seen.isShared || seen.source !== known.source;
    }
    if (this.kept.size > MAX_KEPT_TEXTS) this.kept = null;
  }
}

function isFormat(format: string, text: string): boolean {
  // `sub:name` and `a:b` are URIs by the letter; what people mean by one has an authority.
  if (format === "uri" && !/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return false;
  // Longer texts are not tried: some of the expressions take their time.
  return text.length <= 2048 && isOfFormat(format, text);
}

/** What was seen at one place of the samples: a claim, a member, or the items of an array. The order of samples does not show. */
export class Observation {
  /** Values seen here. */
  count = 0;
  nulls = 0;
  booleans = 0;
  integers = 0;
  fractions = 0;
  readonly texts = new SeenTexts();
  arrays = 0;
  /** All items of all arrays. */
  items: Observation | null = null;
  objects = 0;
  readonly members = new Map<string, Observation>();

  /**
   * @param source - whose token the value is from: values of one source count once as evidence
   */
  add(value: JsonValue, source: string): void {
    this.count += 1;
    if (value === null) this.nulls += 1;
    else if (typeof value === "boolean") this.booleans += 1;
    else if (typeof value === "number") this.#addNumber(value);
    else if (typeof value === "string") this.texts.add(value, source);
    else if (Array.isArray(value)) {
      this.arrays += 1;
      for (const item of value) this.#items().add(item, source);
    } else {
      this.objects += 1;
      for (const [name, member] of Object.entries(value)) this.#member(name).add(member, source);
    }
  }

  /** Takes what was seen at another place as seen here. */
  merge(other: Observation): void {
    this.count += other.count;
    this.nulls += other.nulls;
    this.booleans += other.booleans;
    this.integers += other.integers;
    this.fractions += other.fractions;
    this.texts.merge(other.texts);
    this.arrays += other.arrays;
    if (other.items !== null) this.#items().merge(other.items);
    this.objects += other.objects;
    for (const [name, member] of other.members) this.#member(name).merge(member);
  }

  #addNumber(value: number): void {
    if (Number.isInteger(value)) this.integers += 1;
    else this.fractions += 1;
  }

  #items(): Observation {
    this.items ??= new Observation();
    return this.items;
  }

  #member(name: string): Observation {
    const known = this.members.get(name);
    if (known !== undefined) return known;
    const member = new Observation();
    this.members.set(name, member);
    return member;
  }
}
