import type { KeySetResult, NewKeysResult } from "../api/keys.js";
import { visibleText } from "./visible-text.js";

/** What was made, what each file is, and who may have it; nothing of the private key. */
export function newKeysText({ algorithm, keyId, privateFile, publicFile }: NewKeysResult): string {
  const files =
    publicFile === null
      ? [
          `wrote ${privateFile}: the secret, which issuers and verifiers share. Only you can read the file.`,
          `There is nothing public to write: who can verify with ${algorithm} can also issue.`,
        ]
      : [
          `wrote ${privateFile}: the private key, for the service that issues tokens and no other. Only you can read the file.`,
          `wrote ${publicFile}: its public key as a JWK Set, to publish and to verify with.`,
        ];
  return page([...files, `Algorithm ${algorithm}, key id ${keyId}. There is no other copy of the key.`]);
}

/** What a JWK Set file holds after keys were added. */
export function addKeysText({ file, changed, keyIds }: KeySetResult): string {
  if (changed.length === 0) return page([`${file} holds the key already; nothing was written.`]);
  return page([
    ...changed.map((keyId) => `added ${keyId} to ${file}`),
    `It holds ${count(keyIds)}. Publish it, and sign with the new key only when every verifier has fetched it.`,
  ]);
}

/** What a JWK Set file holds after a key was taken out. */
export function retireKeyText({ file, changed, keyIds }: KeySetResult): string {
  return page([
    ...changed.map((keyId) => `took ${keyId} out of ${file}`),
    `It holds ${count(keyIds)}. Tokens that the key signed are refused as soon as verifiers fetch the set.`,
  ]);
}

function count(keyIds: readonly (string | null)[]): string {
  return keyIds.length === 1 ? "one key" : `${keyIds.length} keys`;
}

function page(lines: readonly string[]): string {
  return `${lines.map(visibleText).join("\n")}\n`;
}
