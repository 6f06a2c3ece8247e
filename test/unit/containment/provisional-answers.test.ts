import { describe, expect, it } from "vitest";
import { ProvisionalAnswers } from "../../../src/containment/provisional-answers.js";

describe("ProvisionalAnswers", () => {
  it("lets what was found on the way rely on what the answer relies on", () => {
    const answers = new ProvisionalAnswers();
    answers.add("before", 3, answers.mark());
    const mark = answers.mark();
    answers.add("inner", 2, answers.mark());
    answers.add("outer", 1, mark);
    expect(["before", "inner", "outer", "never asked"].map((each) => answers.reliance(each))).toEqual([
      3,
      1,
      1,
      undefined,
    ]);
  });

  it("forgets the answers since a mark, and says which they were", () => {
    const answers = new ProvisionalAnswers();
    answers.add("kept", 0, answers.mark());
    const mark = answers.mark();
    answers.add("one", 1, answers.mark());
    answers.add("other", 1, answers.mark());
    expect(answers.drop(mark)).toEqual(["one", "other"]);
    expect(["kept", "one", "other"].map((each) => answers.reliance(each))).toEqual([0, undefined, undefined]);
  });
});
