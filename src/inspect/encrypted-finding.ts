import { readMember } from "./header-findings.js";
import { type Finding, refusal } from "./inspection.js";
import { orWords } from "./words.js";

/**
 * What is wrong with an encrypted token (RFC 7516): that nobody can read it without the key, and what was expected.
 *
 * @param algorithms - those of the kind that was expected, null where it is not known
 */
export function encryptedFinding(
  header: Readonly<Record<string, unknown>> | null,
  algorithms: readonly string[] | null,
): Finding {
  const key = nameOf(header, "alg");
  const content = nameOf(header, "enc");
  const how = key === null || content === null ? "" : `, the key by ${key} and the content by ${content}`;
  const isNested = /^(?:application\/)?jwt$/i.test(nameOf(header, "cty") ?? "");
  const message = [
    `The token is encrypted (JWE, five parts${how}): its claims cannot be read without the key.`,
    ...(isNested ? ["Inside is another token, by its header."] : []),
    "Decrypt it first, or have the issuer send a signed token.",
  ];
  const expected = algorithms === null ? "a signed token of three parts" : `a token signed with ${orWords(algorithms)}`;
  return refusal("encrypted_token", message.join(" "), { expected });
}

/** A header member that is the name of something; null for anything else, which a message does not repeat. */
function nameOf(header: Readonly<Record<string, unknown>> | null, member: string): string | null {
  const value = header === null ? undefined : readMember(header, member);
  return typeof value === "string" && /^[\w+/-]{1,32}$/.test(value) ? value : null;
}
