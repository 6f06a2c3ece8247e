export { type NewKeysOptions, type NewKeysResult, newKeys } from "./new-keys.js";
export { addKeys, type KeySetResult, publicKeys, retireKey } from "./rotate-keys.js";
