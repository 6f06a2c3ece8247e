import { ConfigError, type Location } from "../errors.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import { ALGORITHMS, type Algorithm } from "./config.js";

/** Registered signature algorithms (RFC 8812, RFC 9864, ML-DSA for JOSE) that jose on Node 20 cannot do. */
const NOT_IMPLEMENTED: ReadonlySet<string> = new Set(
  "ES256K Ed448 ESP256 ESP384 ESP512 ESB256 ESB320 ESB384 ESB512 ML-DSA-44 ML-DSA-65 ML-DSA-87".split(" "),
);

/** Key management and content encryption (RFC 7518 sections 4 and 5). */
const ENCRYPTION =
  /^(?:RSA1_5|RSA-OAEP(?:-\d+)?|A\d+(?:GCM)?KW|dir|ECDH-ES(?:\+A\d+KW)?|PBES2-HS\d+\+A\d+KW|A\d+(?:GCM|CBC-HS\d+))$/u;

/**
 * The algorithm of that name.
 *
 * @param at - the place of the name in the config
 * @throws {ConfigError} `unsupported_algorithm` for `none`, for algorithms that jose cannot do or that encrypt, and for names that do not exist
 */
export function checkAlgorithm(name: string, at: Location): Algorithm {
  const known = ALGORITHMS.find((algorithm) => algorithm === name);
  if (known !== undefined) return known;
  const shown = quoteText(name);
  const details = { at, expected: `one of ${ALGORITHMS.join(", ")}` };
  if (name.trim().toLowerCase() === "none") {
    throw new ConfigError(
      "unsupported_algorithm",
      `The algorithm ${shown} leaves a token unsigned, so that anyone could write it.`,
      { ...details, hint: "Remove it, and name the algorithms that you sign with (RFC 8725 section 3.2)." },
    );
  }
  if (NOT_IMPLEMENTED.has(name)) {
    throw new ConfigError("unsupported_algorithm", `\`${name}\` is registered, but jose on Node 20 cannot do it.`, {
      ...details,
      hint: name === "Ed448" ? "Use `Ed25519`." : "Use `ES256` or `Ed25519`.",
    });
  }
  if (ENCRYPTION.test(name)) {
    throw new ConfigError("unsupported_algorithm", `${shown} encrypts; the tokens here are signed.`, {
      ...details,
      hint: "Name a signature algorithm.",
    });
  }
  const suggestion = suggest(name, ALGORITHMS);
  throw new ConfigError("unsupported_algorithm", `There is no JWS algorithm ${shown}.`, {
    ...details,
    hint: suggestion === null ? undefined : `Did you mean \`${suggestion}\`?`,
  });
}
