import { expect, it } from "vitest";
import { nameWords } from "../../../src/facts/name-words.js";

it.each([
  ["homeAddress", ["home", "address"]],
  ["home_address", ["home", "address"]],
  ["home-address", ["home", "address"]],
  ["home.address", ["home", "address"]],
  ["Home Address", ["home", "address"]],
  ["IPAddress", ["ip", "address"]],
  ["userSSN", ["user", "ssn"]],
  ["oauth2Token", ["oauth2", "token"]],
  ["https://acme.example/claims/homeAddress", ["home", "address"]],
  ["https://acme.example/claims/homeAddress/", ["home", "address"]],
  ["https://acme.example/claims#homeAddress", ["home", "address"]],
  ["urn:acme:home-address", ["home", "address"]],
  ["custom:homeAddress", ["home", "address"]],
  ["family_name#ja-Kana-JP", ["family", "name"]],
  ["straßeÄnderung", ["straße", "änderung"]],
  ["__proto__", ["proto"]],
  ["\ud800", []],
  ["/", []],
  ["", []],
])("takes %j apart", (given, want) => {
  expect(nameWords(given)).toEqual(want);
});
