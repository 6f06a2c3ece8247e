import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ClaimsmithError } from "../../../../src/errors.js";
import { readJwksFile, readKeyFile } from "../../../../src/io/tokens/key-file.js";
import { KEYS } from "../../../support/forge-token.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { temporaryFolder } from "../temporary-folder.js";

const PEM = KEYS.ec.publicKey.export({ type: "spki", format: "pem" }).toString();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("readKeyFile", () => {
  it.each<[string, string | Uint8Array, unknown]>([
    ["a JWK", '{ "kty": "oct", "k": "AA" }\n', { kty: "oct", k: "AA" }],
    ["a JWK Set", '{"keys":[]}', { keys: [] }],
    ["PEM", PEM, PEM.trim()],
    ["a secret", "a secret of many letters", bytes("a secret of many letters")],
    ["a secret and a line break", "secret\r\n", bytes("secret")],
    ["a secret and two line breaks", "secret\n\n", bytes("secret\n")],
    ["a secret in bytes", Uint8Array.of(0xff, 0, 0x0d), Uint8Array.of(0xff, 0, 0x0d)],
    ["braces that are no JSON", "{secret", bytes("{secret")],
  ])("reads %s", (_, content, want) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "key"), content);
    const key = readKeyFile("key", folder);
    expect(key instanceof Uint8Array ? Uint8Array.from(key) : key).toEqual(want);
  });

  it("refuses a file that is empty, or not there", () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "key"), " \n");
    const empty = thrownBy(() => readKeyFile("key", folder));
    expect(empty).toBeInstanceOf(ClaimsmithError);
    expect(empty).toMatchObject({ code: "invalid_option", message: expect.stringMatching(/key is empty\.$/) });
    expect(thrownBy(() => readKeyFile("other", folder))).toMatchObject({ code: "cannot_read" });
    expect(thrownBy(() => readKeyFile(".", folder))).toMatchObject({ code: "cannot_read" });
  });
});

describe("readJwksFile", () => {
  it("reads a JWK Set, and refuses anything else", () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "a"), '{"keys":[{}]}');
    writeFileSync(path.join(folder, "b"), '{"kty":"oct"}');
    writeFileSync(path.join(folder, "c"), "[");
    expect(readJwksFile("a", folder)).toEqual({ keys: [{}] });
    for (const file of ["b", "c"]) {
      expect(thrownBy(() => readJwksFile(file, folder))).toMatchObject({
        code: "invalid_option",
        message: expect.stringMatching(/holds no key set\.$/),
      });
    }
  });
});
