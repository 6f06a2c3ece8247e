/**
 * Questions that were answered by "none" as long as a question above them is, which is still open. Kept until that one is
 * answered: else schemas that refer to one another would be gone through in every order.
 */
export class ProvisionalAnswers {
  /** By question, the depth of the highest open question that the answer relies on. In the order in which they were answered. */
  readonly #reliance = new Map<string, number>();
  readonly #order: string[] = [];

  /** The depth that the answer to a question relies on; undefined where there is none. */
  reliance(question: string): number | undefined {
    return this.#reliance.get(question);
  }

  /** A place in the order, for the questions that are answered from now on. */
  mark(): number {
    return this.#order.length;
  }

  /** Forgets the answers since a mark, and says which they were. */
  drop(mark: number): readonly string[] {
    const dropped = this.#order.splice(mark);
    for (const question of dropped) this.#reliance.delete(question);
    return dropped;
  }

  /** Keeps an answer. Those since the mark were found on the way to it, and from now on rely on what it relies on. */
  add(question: string, reliesOn: number, mark: number): void {
    for (let index = mark; index < this.#order.length; index += 1) {
      const other = this.#order[index];
      if (other !== undefined) this.#reliance.set(other, Math.min(this.#reliance.get(other) ?? reliesOn, reliesOn));
    }
    this.#order.push(question);
    this.#reliance.set(question, reliesOn);
  }
}
