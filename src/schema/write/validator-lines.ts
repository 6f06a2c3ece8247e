/** What a validator declares. */
export interface ValidatorLines {
  readonly lines: readonly string[];
  /** The name of its function. */
  readonly name: string;
  /** The labels of its constants, by the text of what they stand for. */
  readonly labels: ReadonlyMap<string, string>;
}
