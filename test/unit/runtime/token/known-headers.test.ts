import { describe, expect, it } from "vitest";
import { recallHeader, rememberHeader } from "../../../../src/runtime/token/known-headers.js";

describe("a header that was read before", () => {
  it("is recalled as a copy each time, so that nobody's change reaches another", () => {
    const header = { alg: "ES256", kid: "one" };
    rememberHeader("text", header);
    header.kid = "changed";
    const first = recallHeader("text");
    expect(first).toEqual({ alg: "ES256", kid: "one" });
    Object.assign(first ?? {}, { kid: "changed", more: true });
    expect(recallHeader("text")).toEqual({ alg: "ES256", kid: "one" });
  });

  it("keeps members of any name as its own", () => {
    rememberHeader("names", JSON.parse('{"alg":"ES256","__proto__":"x"}'));
    expect(Object.entries(recallHeader("names") ?? {})).toEqual([
      ["alg", "ES256"],
      ["__proto__", "x"],
    ]);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ["is long", "x".repeat(513), { alg: "ES256" }],
    ["has a list, of which a copy would share the items", "list", { alg: "ES256", x5c: ["a"] }],
    ["has an object", "object", { alg: "ES256", jwk: {} }],
  ])("is not remembered where it %s", (_name, text, header) => {
    rememberHeader(text, header);
    expect(recallHeader(text)).toBeNull();
  });

  it("is forgotten after others: an attacker's headers do not fill the memory", () => {
    rememberHeader("first", { alg: "ES256" });
    for (let index = 0; index < 64; index += 1) rememberHeader(`other ${index}`, { alg: "ES256" });
    expect(recallHeader("first")).toBeNull();
    expect(recallHeader("other 0")).toEqual({ alg: "ES256" });
  });
});
