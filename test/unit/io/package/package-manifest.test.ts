import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { digestsOf, formatManifest, parseManifest, withManifest } from "../../../../src/io/package/package-manifest.js";

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

describe("withManifest", () => {
  it("gives the files in the order of code units, behind the manifest that lists them, whatever order they come in", () => {
    const text = `{\n  "inputs": "00ff",\n  "files": {\n    "B.js": "${EMPTY}",\n    "a.js": "${EMPTY}",\n    "é.js": "${EMPTY}"\n  }\n}\n`;
    for (const names of [
      ["a.js", "é.js", "B.js"],
      ["é.js", "B.js", "a.js"],
    ]) {
      expect([...withManifest(new Map(names.map((name) => [name, ""])), "00ff")]).toEqual([
        [".claimsmith.json", text],
        ["B.js", ""],
        ["a.js", ""],
        ["é.js", ""],
      ]);
    }
  });
});

describe("digestsOf", () => {
  const files = new Map([
    ["a.js", ""],
    ["é.js", "\ud800é"],
  ]);

  it("gives the SHA-256 of each text in UTF-8, a lone surrogate as the replacement character", () => {
    expect([...digestsOf(files)]).toEqual([
      ["a.js", EMPTY],
      ["é.js", createHash("sha256").update("\ufffdé", "utf8").digest("hex")],
    ]);
  });

  it("reckons once for one map, and anew for another", () => {
    expect(digestsOf(files)).toBe(digestsOf(files));
    expect(digestsOf(new Map(files))).not.toBe(digestsOf(files));
  });
});

describe("parseManifest", () => {
  it("reads what formatManifest wrote, names of every kind included", () => {
    const files = new Map([
      ["2", "aa"],
      ["1", "bb"],
      ["__proto__", "cc"],
      ['qu"ote\u2028', "dd"],
    ]);
    const parsed = parseManifest(formatManifest({ inputs: "00", files }));
    expect(parsed?.inputs).toBe("00");
    expect(new Map([...(parsed?.files ?? [])].sort())).toEqual(new Map([...files].sort()));
    expect(formatManifest({ inputs: "0", files: new Map() })).toBe('{\n  "inputs": "0",\n  "files": {}\n}\n');
  });

  it.each([
    [""],
    ["<<<<<<< ours"],
    ["null"],
    ["[]"],
    ['"text"'],
    ['{"inputs":"1"}'],
    ['{"inputs":1,"files":{}}'],
    ['{"inputs":"1","files":[]}'],
    ['{"inputs":"1","files":null}'],
    ['{"__proto__":{"inputs":"1","files":{}}}'],
  ])("takes %j for no manifest", (text) => {
    expect(parseManifest(text)).toBeNull();
  });

  it("drops paths that leave the output or mean the manifest, and entries that are no digest", () => {
    const names = ["../a", "a/../../b", "/a", "a//b", "./a", "a/.", "a\\b", "c:\\a", "a\0", "", ".claimsmith.json"];
    const files = Object.fromEntries(names.map((name) => [name, "0"]));
    const text = JSON.stringify({ inputs: "1", files: { ...files, number: 1, "good/a.js": "0" } });
    expect([...(parseManifest(text)?.files.keys() ?? [])]).toEqual(["good/a.js"]);
  });
});
