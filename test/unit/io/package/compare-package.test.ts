import { describe, expect, it } from "vitest";
import { digestOf } from "../../../../src/io/files/file-digest.js";
import {
  comparePackage,
  type ExistingPackage,
  type FileDifference,
} from "../../../../src/io/package/compare-package.js";
import { type PackageManifest, parseManifest, withManifest } from "../../../../src/io/package/package-manifest.js";

const OLD = new Map([
  ["a.js", "a"],
  ["b.js", "b"],
]);

/** A package as a run with these files would leave it, then with some files changed or, by null, removed. */
function disk(
  files: ReadonlyMap<string, string>,
  inputs: string,
  changes: Record<string, string | null> = {},
): ExistingPackage {
  const texts = new Map<string, string>(withManifest(files, inputs));
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) texts.delete(name);
    else texts.set(name, text);
  }
  const text = texts.get(".claimsmith.json");
  const manifest: PackageManifest | "broken" | null = text === undefined ? null : (parseManifest(text) ?? "broken");
  return { manifest, digests: new Map([...texts].map(([name, content]) => [name, digestOf(content)])) };
}

const MANIFEST = ".claimsmith.json";

describe("comparePackage", () => {
  const cases: {
    name: string;
    existing: ExistingPackage;
    files?: Map<string, string>;
    want: [string, FileDifference["state"]][];
  }[] = [
    { name: "finds nothing where nothing differs", existing: disk(OLD, "1"), want: [] },
    {
      name: "calls everything missing where nothing is there",
      existing: { manifest: null, digests: new Map() },
      want: [
        [MANIFEST, "missing"],
        ["a.js", "missing"],
        ["b.js", "missing"],
      ],
    },
    { name: "calls a removed file missing", existing: disk(OLD, "1", { "a.js": null }), want: [["a.js", "missing"]] },
    {
      name: "calls a changed file edited when the inputs did not change",
      existing: disk(OLD, "1", { "a.js": "x" }),
      want: [["a.js", "edited"]],
    },
    {
      name: "calls a changed file stale when the inputs changed",
      existing: disk(OLD, "0", { "a.js": "x" }),
      want: [
        [MANIFEST, "stale"],
        ["a.js", "stale"],
      ],
    },
    {
      name: "calls only the manifest stale when the inputs changed and the output did not",
      existing: disk(OLD, "0"),
      want: [[MANIFEST, "stale"]],
    },
    {
      name: "calls a file stale that is as it was written, when the tool writes it differently now",
      existing: disk(new Map([...OLD, ["a.js", "older"]]), "1"),
      want: [
        [MANIFEST, "stale"],
        ["a.js", "stale"],
      ],
    },
    {
      name: "tells stale and edited apart in one package",
      existing: disk(new Map([...OLD, ["a.js", "older"]]), "1", { "b.js": "mine" }),
      want: [
        [MANIFEST, "stale"],
        ["a.js", "stale"],
        ["b.js", "edited"],
      ],
    },
    {
      name: "calls a file left over that the manifest lists and nothing generates",
      existing: disk(new Map([...OLD, ["c.js", "c"]]), "1"),
      want: [
        [MANIFEST, "stale"],
        ["c.js", "left over"],
      ],
    },
    {
      name: "does not mention a left-over file that is gone",
      existing: disk(new Map([...OLD, ["c.js", "c"]]), "1", { "c.js": null }),
      want: [[MANIFEST, "edited"]],
    },
    {
      name: "calls a removed manifest missing",
      existing: disk(OLD, "1", { [MANIFEST]: null }),
      want: [[MANIFEST, "missing"]],
    },
    {
      name: "calls a broken manifest edited, and what differs beside it stale",
      existing: disk(OLD, "1", { [MANIFEST]: "<<<<<<<", "a.js": "x" }),
      want: [
        [MANIFEST, "edited"],
        ["a.js", "stale"],
      ],
    },
    {
      name: "calls a link in a file's place edited",
      existing: { ...disk(OLD, "1"), digests: new Map([...disk(OLD, "1").digests, ["a.js", null]]) },
      want: [["a.js", "edited"]],
    },
  ];
  it.each(cases)("$name", ({ existing, files = OLD, want }) => {
    expect(comparePackage(existing, files, "1")).toEqual(want.map(([file, state]) => ({ file, state })));
  });
});
