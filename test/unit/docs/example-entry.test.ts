import { describe, expect, it } from "vitest";
import { ALGORITHMS } from "../../../src/config/config.js";
import { fakeSignature } from "../../../src/docs/example-entry.js";
import { signatureFormFault } from "../../../src/inspect/signature-form.js";
import { decodeBase64url } from "../../../src/runtime/text/base64url.js";

describe("the text in a signature's place", () => {
  it.each(ALGORITHMS)("is canonical base64url of the length that %s has, and says what it is", (alg) => {
    const text = fakeSignature(alg);
    expect(text).toMatch(/^not_a_signature-this_token_is_an_exampl/);
    expect(decodeBase64url(text)).not.toBeNull();
    expect(signatureFormFault(`a.b.${text}`, { alg })).toBeNull();
  });
});
