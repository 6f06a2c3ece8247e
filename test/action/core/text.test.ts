import { describe, expect, it } from "vitest";
import { splitAnnotations } from "../../../action/core/annotations.js";
import { complaintPlace } from "../../../action/core/complaint-place.js";
import { codeSpan, fence, plainText } from "../../../action/core/markdown.js";
import { markerOf, withoutMarker } from "../../../action/core/marker.js";
import { annotation, withoutCommands } from "../../../action/core/workflow-command.js";
import { readLog } from "../../support/workflow-log.js";

describe("plainText", () => {
  it.each([
    ["\u001b[1;31merror\u001b[0m", "error"],
    ["a\r\nb\tc", "a\nb\tc"],
    ["a\rb\u0000c\u001b]0;x\u0007", "a\\u{d}b\\u{0}c\\u{1b}]0;x\\u{7}"],
    ["\u202eabc\u2028d", "\\u{202e}abc\\u{2028}d"],
    ["\ud800", "\\u{d800}"],
    ["\u{1f600} ü", "\u{1f600} ü"],
  ])("of %j is %j", (given, want) => {
    expect(plainText(given)).toBe(want);
  });
});

describe("Markdown", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "`` a`b ``"],
    ["a\n| b", "`a \\| b`"],
  ])("codeSpan(%j) is %s", (given, want) => {
    expect(codeSpan(given)).toBe(want);
  });

  it.each([
    ["a\n\n", "```text\na\n```"],
    ["```\n`````x", "``````text\n```\n`````x\n``````"],
  ])("fence(%j) is %j", (given, want) => {
    expect(fence(given)).toBe(want);
  });
});

describe("markerOf", () => {
  it.each([
    ["claims.config.json", "<!-- claimsmith-diff claims.config.json -->"],
    ["a b/--> <!--.json", "<!-- claimsmith-diff a%20b/%2D%2D%3E%20%3C!%2D%2D.json -->"],
    ["\ud800", "<!-- claimsmith-diff %EF%BF%BD -->"],
  ])("of %j is %s", (given, want) => {
    expect(markerOf(given)).toBe(want);
  });

  it("is not what the marker of another config begins with", () => {
    expect(markerOf("a.json.json").startsWith(markerOf("a.json"))).toBe(false);
  });

  it("takes the place of the marker of the command line", () => {
    expect(withoutMarker("<!-- claimsmith-diff -->\n\n**x**\n")).toBe("**x**\n");
    expect(withoutMarker("<!-- claimsmith-lint -->\n\n**x**\n")).toBe("**x**\n");
    expect(withoutMarker("**x**\n")).toBe("**x**\n");
  });
});

describe("annotation", () => {
  it("comes back from the log as it was, whatever it holds", () => {
    const hostile = "50% done,\r\n::error::x ##[error]y %0A: %3A";
    const line = annotation("warning", { file: hostile, title: hostile }, hostile);
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(readLog(line)).toEqual({
      annotations: [{ severity: "warning", file: hostile, title: hostile, message: hostile }],
      otherCommands: [],
      log: "",
    });
  });

  it("needs no properties", () => {
    expect(annotation("notice", {}, "Words.")).toBe("::notice::Words.\n");
  });
});

describe("withoutCommands", () => {
  it("keeps GitHub from obeying any line, and lets it obey those after", () => {
    const printed = `${withoutCommands("::error::a\n##[error]b\n::stop-commands::c", "secret")}::notice::after\n`;
    expect(readLog(printed)).toEqual({
      annotations: [{ severity: "notice", message: "after" }],
      otherCommands: [],
      log: "::error::a\n##[error]b\n::stop-commands::c",
    });
  });

  it("says nothing of nothing", () => {
    expect(withoutCommands("", "secret")).toBe("");
  });
});

describe("splitAnnotations", () => {
  it.each([
    ["::error file=a.json,line=1::x", "sub", "::error file=sub/a.json,line=1::x\n"],
    ["::error file=../a.json,line=1::x", "sub", "::error file=a.json,line=1::x\n"],
    ["::error file=a.json,line=1::x", "", "::error file=a.json,line=1::x\n"],
    ["::notice title=file=a,file=b%2Cc::file=d", "sub", "::notice title=file=a,file=sub/b%2Cc::file=d\n"],
    ["::notice title=x::file=d", "sub", "::notice title=x::file=d\n"],
    ["::warning::file=d", "sub", "::warning::file=d\n"],
  ])("reads %s in %j", (line, folder, annotations) => {
    expect(splitAnnotations(`${line}\n`, folder)).toEqual({ annotations, rest: "" });
  });

  it.each([
    "::set-output name=a::b",
    "::error",
    "words ::error::x",
    "::errors::x",
    "::error::x\r::add-mask::y",
    "##[error]x",
  ])("takes %j for words", (line) => {
    expect(splitAnnotations(`${line}\n\n`, "")).toEqual({ annotations: "", rest: line });
  });
});

describe("complaintPlace", () => {
  it.each([
    ["error [x] Y.\n  at a/b.json:3:14 (/properties)\n", { file: "a/b.json", line: "3", col: "14" }],
    ["error [x] Y.\n  at a.json:3:14\n", { file: "a.json", line: "3", col: "14" }],
    ["error [x] Y.\n  at a.json\n", {}],
    ["error [x] Y.\n  at 0123abc:a.json:3:14\n", {}],
    ["Error: x\n    at run (file.js:1:2)\n", {}],
  ])("of %j is %j", (complaint, want) => {
    expect(complaintPlace(complaint)).toEqual(want);
  });
});
