import { describe, expect, it } from "vitest";
import { findSecretDescription, findSensitiveName, PRIVATE_JWK_MEMBERS } from "../../../src/facts/sensitive-names.js";

describe("findSensitiveName", () => {
  it.each([
    ["password", "password", "password"],
    ["userPassword", "password", "password"],
    ["pwd", "password", "pwd"],
    ["password_hash", "password", "password hash"],
    ["passwords", "password", "password"],
    ["pin_code", "password", "pin code"],
    ["APIKey", "key", "api key"],
    ["https://acme.example/claims/signing-key", "key", "signing key"],
    ["otp", "one-time code", "otp"],
    ["backupCodes", "one-time code", "backup code"],
    ["client_secret", "credential", "client secret"],
    ["userCredentials", "credential", "credential"],
    ["card.number", "payment card or account", "card number"],
    ["cvv2", "payment card or account", "cvv"],
    ["userSSN", "identity number", "ssn"],
    ["taxId", "identity number", "tax id"],
  ])("sees a secret in %j", (name, category, term) => {
    expect(findSensitiveName(name)).toEqual({ kind: "secret", category, term, special: false });
  });

  it.each([
    ["email", "contact detail", "email"],
    ["custom:emailAddress", "contact detail", "email address"],
    ["phone2", "contact detail", "phone"],
    ["family_name#ja-Kana-JP", "name of a person", "family name"],
    ["display_name", "name of a person", "display name"],
    ["avatar_url", "picture of a person", "avatar"],
    ["home_location", "location of a person or device", "location"],
    ["dob", "date or place of birth", "dob"],
    ["age_over_18", "date or place of birth", "age"],
    ["addresses", "postal address", "address"],
    ["city", "postal address", "city"],
    ["gender", "personal characteristic", "gender"],
    ["client_ip", "location of a person or device", "ip"],
    ["deviceId", "device identifier", "device id"],
    ["cognito:username", "user name", "username"],
    ["iban", "financial detail", "iban"],
    ["employeeNumber", "membership or staff number", "employee number"],
  ])("sees personal data in %j", (name, category, term) => {
    expect(findSensitiveName(name)).toEqual({ kind: "personal", category, term, special: false });
  });

  it.each([
    ["religion", "religion"],
    ["patient_id", "patient"],
    ["disabilities", "disability"],
    ["fingerprint", "fingerprint"],
    ["race", "race"],
  ])("sees a special category of personal data in %j", (name, term) => {
    expect(findSensitiveName(name)).toEqual({ kind: "personal", category: "special category", term, special: true });
  });

  it.each(
    [
      "pwd_exp password_changed_at must_change_password session_token_version apiKeyId public_key key_id kid keys jkt",
      "token_use token_type token_introspection pinned shipping_cost salutation result consultant bootseed card_last4",
      "credentialSubject verifiableCredential email_verified phoneVerified email_domain mail_server wallet_address",
      "max_age message_age capacity app_name org_name client_name trace sexagesimal key_fingerprint last_login",
      "passwordComplexity biometricManager package_family_name locations times_location originIATALocationCode pwd_url",
      "login_count health_check union_id __proto__ constructor toString role tenant_id",
    ].flatMap((line) => line.split(" ")),
  )("sees nothing in %j", (name) => {
    expect(findSensitiveName(name)).toBeNull();
  });
});

describe("findSecretDescription", () => {
  it.each([
    ["The user's API key, for billing.", "api key"],
    ["Password of the user", "password"],
    ["An access token", "access token"],
    ["Credit card number", "card number"],
  ])("sees what %j describes", (description, term) => {
    expect(findSecretDescription(description)?.term).toBe(term);
  });

  it.each([
    "ID of the API key",
    "Whether the password must be changed",
    "Access Token hash value",
    "SHA-256 of the access token",
    "When the password expires",
    "The user's role",
    "Email address of the user",
    "A long sentence that happens to end its seven first words in the word password",
    "",
  ])("sees nothing in %j", (description) => {
    expect(findSecretDescription(description)).toBeNull();
  });
});

it("knows the private members of every kind of JWK", () => {
  expect([...PRIVATE_JWK_MEMBERS].sort()).toEqual(["d", "dp", "dq", "k", "oth", "p", "priv", "q", "qi"]);
});
