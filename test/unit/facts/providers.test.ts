import { describe, expect, it } from "vitest";
import { FOREIGN_NAMESPACES, PROVIDERS } from "../../../src/facts/providers.js";

describe("PROVIDERS", () => {
  it("have an id of their own, in kebab-case", () => {
    const ids = PROVIDERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\d?(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
    "%s can be recognized, and is told of",
    (_, provider) => {
      expect(provider.issuers.length + provider.claims.length).toBeGreaterThan(0);
      expect(provider.tokens).not.toEqual([]);
      // Forms are matched by hand: hosts in small letters, no slash at the end, `**` in front of other segments only.
      for (const issuer of provider.issuers) {
        expect(issuer).toMatch(/^(?:https?:\/\/)?[a-z0-9.*-]+(?:\/(?:\*|[A-Za-z0-9._-]+|\*\*(?=\/)))*$/);
      }
      for (const { key, marks } of provider.tokens) {
        expect(key).toMatch(/^[a-z][A-Za-z]*Token$/);
        expect(marks).not.toEqual([]);
      }
      for (const note of provider.notes) expect(note).toMatch(/^["A-Z`].*\.$/);
      expect(provider.source).not.toBe("");
    },
  );

  it("says nothing in particular of what was only remembered", () => {
    expect(PROVIDERS.filter(({ confidence, notes }) => confidence === "recalled" && notes.length > 0)).toEqual([]);
  });
});

describe("FOREIGN_NAMESPACES", () => {
  it("end where a name may follow", () => {
    expect(FOREIGN_NAMESPACES.filter((namespace) => !/[/:]$/.test(namespace))).toEqual([]);
  });
});
