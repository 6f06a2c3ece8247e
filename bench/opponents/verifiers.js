// Who verifies tokens. Each gets what it is best at: a key that is imported once, in the form that it likes, and options
// that are read once where it has a form for that.
import { claimsmithVerifiers } from "./claimsmith-verify.js";
import { fastJwtVerifiers } from "./fast-jwt-verify.js";
import { joseVerifiers } from "./jose-verify.js";
import { jsonwebtokenVerifiers } from "./jsonwebtoken-verify.js";
import { nodeCryptoVerifiers } from "./node-crypto-verify.js";

/**
 * The contestants for an algorithm, each `{ name, verify, checks }`, where `verify` gives something or a promise of it for
 * a token that it accepts, and throws or rejects for every other; `checks` says what it looks at.
 *
 * Members besides: `alone: true` has no row where 64 come together, `together: true` only there, `cached: true` remembers
 * the tokens that it has seen.
 */
export async function createVerifiers({ alg, token, key, sample }) {
  return [
    ...nodeCryptoVerifiers({ alg, key }),
    ...claimsmithVerifiers({ token, key, exports: sample.exports }),
    ...fastJwtVerifiers({ alg, key }),
    ...(await joseVerifiers({ alg, key })),
    ...jsonwebtokenVerifiers({ alg, key }),
  ];
}
