import { ecdsa } from "./ecdsa.js";
import { eddsa } from "./eddsa.js";
import { hmac } from "./hmac.js";
import { rsa } from "./rsa.js";
/** All families of algorithms, for what is not made for one kind of token alone. */
export const KEY_FAMILIES = [hmac, rsa, ecdsa, eddsa];
