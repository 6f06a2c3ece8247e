import type { Vocabulary } from "../schema/read/vocabulary.js";
import { lettersOf } from "../text/names.js";

/** The registered name that another name stands for. */
export interface RegisteredName {
  readonly name: string;
  /** The two differ in case, `_`, `-`, dots and spaces only. */
  readonly sameLetters: boolean;
}

/** The tables of a vocabulary, made once. */
const TABLES = new WeakMap<Vocabulary, Tables>();

interface Tables {
  readonly byLetters: ReadonlyMap<string, string>;
  readonly byAlias: ReadonlyMap<string, string>;
}

/**
 * The registered or public claim that a name stands for, by its letters or as one of the names that people write for it;
 * null for a registered name itself and for any other name.
 *
 * @example registeredName("emailVerified", vocabulary) // { name: "email_verified", sameLetters: true }
 * @example registeredName("user_id", vocabulary) // { name: "sub", sameLetters: false }
 */
export function registeredName(name: string, vocabulary: Vocabulary): RegisteredName | null {
  if (vocabulary.claims.has(name)) return null;
  const { byLetters, byAlias } = tablesOf(vocabulary);
  const same = byLetters.get(lettersOf(name));
  if (same !== undefined) return { name: same, sameLetters: true };
  const meant = byAlias.get(name);
  return meant === undefined ? null : { name: meant, sameLetters: false };
}

function tablesOf(vocabulary: Vocabulary): Tables {
  const known = TABLES.get(vocabulary);
  if (known !== undefined) return known;
  const byLetters = new Map<string, string>();
  const byAlias = new Map<string, string>();
  for (const { name, aliases } of vocabulary.claims.values()) {
    // Where two registered names have the same letters, neither is meant more than the other: the first stays.
    if (lettersOf(name) !== "" && !byLetters.has(lettersOf(name))) byLetters.set(lettersOf(name), name);
    for (const alias of aliases) byAlias.set(alias, name);
  }
  const tables = { byLetters, byAlias };
  TABLES.set(vocabulary, tables);
  return tables;
}
