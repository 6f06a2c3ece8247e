import { describe, expect, test } from "vitest";

import { checkAlgorithm } from "../../../src/config/check-algorithm.js";
import { checkPackageName, checkVersion } from "../../../src/config/check-package.js";
import { checkOutput, checkSchemaReference } from "../../../src/config/check-paths.js";
import { findKeyProblems } from "../../../src/config/check-token-keys.js";
import { ALGORITHMS } from "../../../src/config/config.js";
import { thrownBy } from "../../support/thrown-by.js";

const AT = { file: "claims.config.json", line: 7, column: 9, pointer: "/x" };

describe("checkAlgorithm", () => {
  test.each(ALGORITHMS)("takes %s", (name) => {
    expect(checkAlgorithm(name, AT)).toBe(name);
  });

  test.each([
    ["none", /unsigned/u, /^Remove it/u],
    ["NONE", /unsigned/u, /^Remove it/u],
    [" None", /unsigned/u, /^Remove it/u],
    ["ES256K", /^`ES256K` is registered, but jose on Node 20 cannot do it\.$/u, /ES256/u],
    ["Ed448", /registered, but jose/u, /^Use `Ed25519`\.$/u],
    ["ESP256", /registered, but jose/u, /ES256/u],
    ["ML-DSA-44", /registered, but jose/u, /ES256/u],
    ["RSA-OAEP-256", /encrypts/u, /signature/u],
    ["dir", /encrypts/u, /signature/u],
    ["es256", /^There is no JWS algorithm "es256"\.$/u, /^Did you mean `ES256`\?$/u],
    ["eddsa", /^There is no JWS algorithm/u, /^Did you mean `EdDSA`\?$/u],
    ["RS257", /^There is no JWS algorithm/u, /^Did you mean `RS256`\?$/u],
  ])("refuses %s", (name, message, hint) => {
    expect(thrownBy(() => checkAlgorithm(name, AT))).toMatchObject({
      code: "unsupported_algorithm",
      at: AT,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
      expected: expect.stringContaining("ES256, ES384"),
    });
  });

  test.each(["", "__proto__", "constructor", "SHA256withRSAEncryption", "x".repeat(5000)])("knows no %j", (name) => {
    const error = thrownBy(() => checkAlgorithm(name, AT));
    expect(error).toMatchObject({ code: "unsupported_algorithm", hint: undefined });
    expect((error as Error).message.length).toBeLessThan(120);
  });
});

describe("checkPackageName", () => {
  test.each(["@acme/claims", "claims", "a.b-c_d"])("takes %s", (name) => {
    expect(() => checkPackageName(name, AT)).not.toThrow();
  });

  test.each([
    ["Claims", 'Did you mean "claims"?'],
    ["node_modules", undefined],
    ["jose", undefined],
    ["http", undefined],
    ["@a/b/c", undefined],
    ["../x", undefined],
    [".x", undefined],
    [" x", undefined],
    ["x`;", undefined],
    ["@acme/", undefined],
    ["a\ud800", undefined],
    ["a".repeat(215), undefined],
  ])("refuses %j", (name, hint) => {
    expect(thrownBy(() => checkPackageName(name, AT))).toMatchObject({
      code: "invalid_package_name",
      at: AT,
      hint: hint ?? "Choose another name, perhaps behind a scope such as `@acme/`.",
    });
  });
});

describe("checkVersion", () => {
  test.each(["1.0.0", "0.0.0", "1.2.3-beta.1", "1.2.3+build.5"])("takes %s", (version) => {
    expect(() => checkVersion(version, AT)).not.toThrow();
  });

  test.each([
    ["v1.0.0", 'Did you mean "1.0.0"?'],
    ["=1.0.0", 'Did you mean "1.0.0"?'],
    [" 1.0.0", 'Did you mean "1.0.0"?'],
    ["1.0.0\n", 'Did you mean "1.0.0"?'],
    ["1.0", 'Did you mean "1.0.0"?'],
    ["1", 'Did you mean "1.0.0"?'],
    ["latest", undefined],
    ["^1.0.0", 'Did you mean "1.0.0"?'],
  ])("refuses %j", (version, hint) => {
    expect(thrownBy(() => checkVersion(version, AT))).toMatchObject({ code: "invalid_version", at: AT, hint });
  });
});

describe("checkOutput", () => {
  test.each([
    ["generated", "generated"],
    ["./packages//claims/", "packages/claims"],
    ["a/../b", "b"],
    ["..a/b", "..a/b"],
    [".github", ".github"],
  ])("takes %s as %s", (path, want) => {
    expect(checkOutput(path, AT)).toBe(want);
  });

  test.each([
    "",
    " ",
    ".",
    "./",
    "a/..",
    "..",
    "../x",
    "a/../../x",
    "/",
    "/x",
    "C:/x",
    "c:x",
    "a\\b",
    "..\\x",
    "a\0b",
    "a\nb",
    "node_modules",
    "node_modules/x",
    "x/Node_Modules/y",
    ".git",
    "x/.GIT/y",
    ".git./hooks",
  ])("refuses %j", (path) => {
    expect(thrownBy(() => checkOutput(path, AT))).toMatchObject({
      code: "output_outside",
      at: AT,
      expected: 'a relative path inside the folder of the config, as in "generated"',
    });
  });
});

describe("checkSchemaReference", () => {
  test.each([
    ["a.json", "a.json", ""],
    ["./s/../a.json#", "a.json", ""],
    ["../a.yaml#/$defs/a%20b", "../a.yaml", "/$defs/a b"],
    ["a.json#/a~1b", "a.json", "/a~1b"],
  ])("takes %s apart", (text, file, pointer) => {
    expect(checkSchemaReference(text, AT)).toEqual({ file, pointer });
  });

  test.each([
    ["https://acme.example/a.json", "Save the file beside the config, and name it by its path."],
    ["HTTP://acme.example/a.json", "Save the file beside the config, and name it by its path."],
    ["//acme.example/a.json", "Save the file beside the config, and name it by its path."],
    ["file:///a.json", undefined],
    ["claimsmith:iana-jwt", undefined],
    ["C:/a.json", undefined],
    ["/a.json", undefined],
    ["s\\a.json", "Separate folders with `/`, on every system."],
    ["#/$defs/a", undefined],
    ["s/", undefined],
    ["..", undefined],
    ["s/.", undefined],
    ["a.json\0", undefined],
    ["a.json#a", 'A pointer begins with "/", as in "#/$defs/accessToken".'],
    ["a.json#/%zz", 'A pointer begins with "/", as in "#/$defs/accessToken".'],
    ["a.json#/~2", 'A pointer begins with "/", as in "#/$defs/accessToken".'],
  ])("refuses %j", (text, hint) => {
    expect(thrownBy(() => checkSchemaReference(text, AT))).toMatchObject({
      code: "invalid_value",
      at: AT,
      hint: hint ?? "Name the file by its path from the folder of the config.",
    });
  });
});

describe("findKeyProblems", () => {
  const problemsOf = (...keys: string[]) =>
    findKeyProblems(keys, (key) => ({ file: "c", line: keys.indexOf(key) + 1 }));

  test.each([[["accessToken", "idToken"]], [["a", "a_1", "a1"]], [["index", "runtime"]], [["a".repeat(64)]]])(
    "has nothing against %j",
    (keys) => {
      expect(problemsOf(...keys)).toEqual([]);
    },
  );

  test.each(["", "1a", "_a", "a b", "a.b", "é", "__proto__", "a".repeat(65), "a\n", "a*/", "\u202ea", "con", "LPT1"])(
    "refuses %j",
    (key) => {
      expect(problemsOf(key)).toMatchObject([{ code: "invalid_value", at: { line: 1 } }]);
    },
  );

  test.each([
    ["remoteKeys", "remoteKeysToken"],
    ["remote-keys", "remoteKeysToken"],
    ["testing", "testingToken"],
    ["redis", "redisToken"],
    ["Refresh", "refreshToken"],
  ])("refuses %j, which would hide a module of the package", (key, other) => {
    expect(problemsOf(key)).toMatchObject([
      { code: "name_collision", hint: `Rename the token \`${key}\`, for example to \`${other}\`.` },
    ]);
  });

  test.each([
    ["accessToken", "access_token", "access-token"],
    ["accessToken", "AccessToken", "access-token"],
    ["a", "A", "a"],
    ["a", "a-", "a"],
    ["issueFoo", "fooSchema", "issueFooSchema"],
  ])("sees that %s and %s collide, and names both with their lines", (first, second, name) => {
    expect(problemsOf(first, second)).toMatchObject([
      {
        code: "name_collision",
        message: `The tokens \`${first}\` (line 1) and \`${second}\` would both get the name \`${name}\`.`,
        at: { line: 2 },
        hint: "Rename one of them.",
      },
    ]);
  });
});
