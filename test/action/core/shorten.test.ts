import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../../../action/core/shorten.js";

const cut = (markdown: string, limit: number) =>
  shorten(markdown, { limit, lengthOf: (text) => text.length, rest: "REST" });

describe("shorten", () => {
  it("leaves a text alone that fits", () => {
    expect(cut("one\ntwo\n", 8)).toBe("one\ntwo\n");
  });

  it.each<[string, string, number, string]>([
    ["cuts at the end of a line", "one\ntwo\nthree\n", 13, "one\n\nREST\n"],
    [
      "closes what is unfolded",
      `<details><summary>a</summary>\n\none\n${"x".repeat(60)}\n\n</details>\n`,
      70,
      "<details><summary>a</summary>\n\none\n\n</details>\n\nREST\n",
    ],
    [
      "closes a block with its own fence",
      `\`\`\`\`text\none\n\`\`\`\n${"x".repeat(60)}\n\`\`\`\`\n`,
      50,
      "````text\none\n```\n\n````\n\nREST\n",
    ],
    [
      "closes both, the inner first",
      `<details>\n\n\`\`\`json\n{\n${"x".repeat(60)}\n\`\`\`\n</details>\n`,
      60,
      "<details>\n\n```json\n{\n\n```\n\n</details>\n\nREST\n",
    ],
    [
      "does not close what a block only shows",
      `\`\`\`\n<details>\n\`\`\`\none\n${"x".repeat(60)}\n`,
      40,
      "```\n<details>\n```\none\n\nREST\n",
    ],
    ["ends no line with a break that nothing follows", `- one\\\n  ${"x".repeat(60)}\n`, 30, "- one\n\nREST\n"],
    ["drops a single line that is too long", `${"x".repeat(60)}\n`, 30, "REST\n"],
  ])("%s", (_, markdown, limit, want) => {
    expect(cut(markdown, limit)).toBe(want);
  });

  it("is never longer than the limit, and closes as many blocks as it opens", () => {
    const line = fc.constantFrom(
      "word",
      "<details>",
      "</details>",
      "```text",
      "```",
      "````",
      "",
      "- item\\",
      "x".repeat(30),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 20, max: 400 }), (lines, limit) => {
        expect(cut(lines.join("\n"), limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
