import { nameWords } from "../facts/name-words.js";
import { findSensitiveName } from "../facts/sensitive-names.js";
import type { SeenTexts } from "./observation.js";

/** Fewer texts than this prove nothing. */
const MIN_TEXTS = 8;

/** How often each of the values has to come, on average. */
const MIN_REPEATS = 3;

/** Words of names whose values say who or what somebody is: they may repeat in a few samples, and are no enumeration. */
const IDENTIFYING: ReadonlySet<string> = new Set(
  (
    "account accounts actor alias assignee author bearer boss branch cc code comment comments company contact contacts customer customers cid " +
    "description device devices digest domain employee employees employer file filename friend friends guid hash hashes head host hostname id " +
    "identifier ids issuer jti key keys kid label link machine manager managers name names nickname nonce note notes number oid org organisation " +
    "organization owner owners path person principal project projects pseudonym reference referrer remark remarks repo repository reviewer " +
    "school serial sha sid signature student sub subject supervisor teacher team teams tenant tenants text thumbprint tid title token tokens " +
    "uid url uri user users uuid workspace"
  ).split(" "),
);

/** Says whether nothing at or below a claim or member may be repeated: by its name it is personal or secret. */
export function isSensitive(name: string): boolean {
  return findSensitiveName(name) !== null;
}

/** Says whether the values of a claim or member identify somebody or something, by its name. */
export function isIdentifying(name: string): boolean {
  return nameWords(name).some((word) => IDENTIFYING.has(word));
}

/**
 * The values of an enumeration, sorted by code unit; null where the evidence does not carry one. It takes at least
 * 8 texts and 2 different values, each several times and from more than one subject, and all of them plain words.
 */
export function enumOf(texts: SeenTexts): readonly string[] | null {
  const { count, kept } = texts;
  if (kept === null || kept.size < 2 || count < MIN_TEXTS || count < kept.size * MIN_REPEATS) return null;
  for (const [text, seen] of kept) if (!seen.isShared || !isWord(text)) return null;
  return [...kept.keys()].sort();
}

/**
 * Says whether a text reads like a word that a programmer made up: no name with blanks, no number, no key, no address. A part
 * of it is no longer than `administrators`, since what is longer without a break is an id more often than a word.
 */
function isWord(text: string): boolean {
  if (text.length > 40 || !/^[A-Za-z]{1,14}\d{0,2}(?:[_.:-][A-Za-z]{1,14}\d{0,2})*$/u.test(text)) return false;
  // `xKqBvR` changes case with almost each letter; words do not.
  const turns = text.match(/[a-z](?=[A-Z])/gu)?.length ?? 0;
  return turns * 4 <= text.length;
}
