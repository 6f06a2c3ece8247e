import type { FamilyStep } from "./token-store.js";

/** At once, where the memory is in this process. */
export type Answer<Value> = Value | Promise<Value>;

/** What a store is made of: texts under keys, each until its time. Each call is atomic, whoever else calls. */
export interface Marks {
  /** The text of a key; null where there is none, or its time is over. */
  read(key: string): Answer<string | null>;
  /** Puts a text under a key for so many seconds; false where there is one already. */
  add(key: string, text: string, seconds: number): Answer<boolean>;
  /** Puts a number under a key for so many seconds. Of two numbers the larger stays, and for the longer of the two times. */
  raise(key: string, number: number, seconds: number): Answer<unknown>;
  /** Puts a text in the place of another for so many seconds. Where a third one is there, it goes. */
  swap(key: string, from: string, to: string, seconds: number): Answer<FamilyStep>;
  drop(key: string): Answer<unknown>;
}
