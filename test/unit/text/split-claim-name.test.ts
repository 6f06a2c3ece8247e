import { expect, it } from "vitest";
import { splitClaimName } from "../../../src/text/split-claim-name.js";
import { cpuTime } from "../../support/cpu-time.js";

it.each([
  ["sub", ["", "sub"]],
  ["https://acme.example/claims/role", ["https://acme.example/claims/", "role"]],
  ["https://acme.example/claims#role", ["https://acme.example/claims#", "role"]],
  ["https://acme.example/claims/", ["", "https://acme.example/claims/"]],
  ["urn:acme:role", ["", "urn:acme:role"]],
  ["", ["", ""]],
])("parts %j", (name, want) => {
  expect(splitClaimName(name)).toEqual(want);
});

it("takes no longer for a long name than for any other", () => {
  const started = cpuTime();
  for (const name of [`a://${"/".repeat(100_000)}`, "a".repeat(100_000), `a://${"/a".repeat(50_000)}/`]) {
    splitClaimName(name);
  }
  expect(cpuTime() - started).toBeLessThan(1000);
});
