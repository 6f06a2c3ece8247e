import { describe, expect, it } from "vitest";
import { githubAnnotation } from "../../../src/report/github-command.js";
import { readLog } from "../../support/workflow-log.js";

describe("githubAnnotation", () => {
  it.each([
    [
      { file: "a,b:c%3A.json", line: 3, column: 14, pointer: "/a" },
      "::error file=a%2Cb%3Ac%253A.json,line=3,col=14,title=T%3A 100%25::One.%0ATwo.\n",
    ],
    [{ file: "a.json" }, "::error file=a.json,title=T%3A 100%25::One.%0ATwo.\n"],
    [null, "::error title=T%3A 100%25::One.%0ATwo.\n"],
  ])("at %j is one line", (location, want) => {
    expect(githubAnnotation("error", location, "T: 100%", "One.\nTwo.")).toBe(want);
  });

  it("begins no other command, and turns no reading direction, whatever it is told", () => {
    const hostile = "x\r\n::error::y\n##[add-mask]z\u202e";
    const { annotations, otherCommands } = readLog(githubAnnotation("notice", { file: "a\nb" }, hostile, hostile));
    const shown = "x\\u{d}\n::error::y\n##[add-mask]z\\u{202e}";
    expect(annotations).toEqual([{ severity: "notice", file: "a\nb", title: shown, message: shown }]);
    expect(otherCommands).toEqual([]);
  });
});
