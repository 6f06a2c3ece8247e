import { expect, it } from "vitest";
import { registeredName } from "../../../src/lint/registered-name.js";
import { shippedVocabulary } from "../../support/expect-findings.js";

it.each([
  ["emailVerified", { name: "email_verified", sameLetters: true }],
  ["EMAIL-VERIFIED", { name: "email_verified", sameLetters: true }],
  ["Sub", { name: "sub", sameLetters: true }],
  ["ConsumerPlmnID", { name: "consumerPlmnId", sameLetters: true }],
  ["user_id", { name: "sub", sameLetters: false }],
  ["sub", null],
  ["...", null],
  ["tenant", null],
  ["constructor", null],
  ["__proto__", null],
  ["", null],
])("registeredName(%j) is %j", (name, want) => {
  expect(registeredName(name, shippedVocabulary())).toEqual(want);
});
