import { describe, expect, it } from "vitest";
import { resolveReference, splitReference } from "../../../../src/schema/read/uri.js";

describe("resolveReference", () => {
  it.each<[base: string, reference: string, want: string | null]>([
    ["a/b.json", "c.json", "a/c.json"],
    ["a/b.json", "./c.json", "a/c.json"],
    ["a/b.json", "../c.json", "c.json"],
    ["a/b.json", "../../c.json", "../c.json"],
    ["../a/b.json", "../../c.json", "../../c.json"],
    ["a/b.json", "/c.json", "/c.json"],
    ["a/b.json", "", "a/b.json"],
    ["a/b.json", "urn:x", "urn:x"],
    ["a/b.json", "//acme.example/x", "https://acme.example/x"],
    ["https://acme.example/s/a", "b", "https://acme.example/s/b"],
    ["https://acme.example/s/a", "/b", "https://acme.example/b"],
    ["https://acme.example/s/a", "HTTPS://ACME.example/./b", "https://acme.example/b"],
    ["urn:acme:a", "b", null],
  ])("%s with %s", (base, reference, want) => {
    expect(resolveReference(base, reference)).toBe(want);
  });
});

describe("splitReference", () => {
  it.each([
    ["a.json", { base: "a.json", fragment: null }],
    ["a.json#", { base: "a.json", fragment: "" }],
    ["#/a%20b", { base: "", fragment: "/a b" }],
    ["#%E0%A4%A", { base: "", fragment: "%E0%A4%A" }],
  ])("%s", (reference, want) => {
    expect(splitReference(reference)).toEqual(want);
  });
});
