/** Something that infer guessed, or that a reader of the draft has to know. */
export interface Note {
  /** `warning`: the draft refuses a sample, or a sample is not what it should be. */
  readonly level: "note" | "warning";
  /** The key of the token; null for what is about all. */
  readonly token: string | null;
  /** One sentence, or a few. Holds names of claims, and no values. */
  readonly message: string;
}
