import { ConfigError, type Location } from "../errors.js";
import { quoteText } from "../text/quote-text.js";
import { isIssuerPattern, issuersMeet, placeholdersOf } from "./issuer-pattern.js";

const EXAMPLE = "https://login.example/{tenant}/v2.0";

/** Names that code can write, and that no language gives a meaning of its own. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/u;

/**
 * What is wrong with the issuers of a token as far as they are patterns (`invalid_value`), each with its place.
 *
 * @param locate - the place of an issuer by its index
 */
export function findIssuerProblems(issuers: readonly string[], locate: (index: number) => Location): ConfigError[] {
  const problems = issuers.flatMap((issuer, index) => {
    const fault = isIssuerPattern(issuer) || looksLikePattern(issuer) ? patternFault(issuer) : null;
    return fault === null ? [] : [problem(issuer, fault, locate(index))];
  });
  if (problems.length > 0) return problems;
  return issuers.flatMap((issuer, index) => {
    const earlier = issuers.slice(0, index).find((one) => one !== issuer && issuersMeet(one, issuer));
    if (earlier === undefined) return [];
    return [
      new ConfigError("invalid_value", `${quoteText(earlier)} and ${quoteText(issuer)} can be the same issuer.`, {
        at: locate(index),
        expected: "issuers and patterns of which one at most fits a token",
        hint: "Remove the one that the other makes needless, or make a token of its own of one of them.",
      }),
    ];
  });
}

/** Whether a text that is no URL has what would be a placeholder in one, there for people or for verify. */
function looksLikePattern(issuer: string): boolean {
  return /\{\w*\}|(?:\/[^/]*){2}\/\{[^/]*\}(?:\/|$)/u.test(issuer);
}

function hasBrace(text: string): boolean {
  return /[{}]/u.test(text);
}

interface Fault {
  readonly words: string;
  readonly hint: string;
}

/** Why a pattern cannot be used; null where it can. */
function patternFault(pattern: string): Fault | null {
  const [scheme, empty, host, ...path] = pattern.split("/");
  if (!/^https?:$/iu.test(scheme ?? "") || empty !== "" || host === undefined || host === "") {
    return { words: "is no URL with a host", hint: "A placeholder stands in the path of an https URL." };
  }
  if (hasBrace(host)) {
    return {
      words: "has a placeholder in the host",
      hint: "Whose host it is decides whose token it is: list the issuers, or let each be a token of its own.",
    };
  }
  if (/[?#]/u.test(pattern)) {
    return { words: "has a query or a fragment", hint: "An issuer has neither (RFC 8414 section 2): remove it." };
  }
  for (const segment of path.filter(hasBrace)) {
    const fault = segmentFault(segment);
    if (fault !== null) return fault;
  }
  const names = placeholdersOf(pattern);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return null;
  return { words: `has two placeholders ${quoteText(twice)}`, hint: "Give each a name of its own." };
}

function segmentFault(segment: string): Fault | null {
  if (!/^[^{}]*(?:\{[^{}]*\}[^{}]*)*$/u.test(segment)) {
    return { words: "has a brace without its partner", hint: "Write a placeholder as `{tenant}`." };
  }
  if (!/^\{[^{}]*\}$/u.test(segment)) {
    return {
      words: "has a placeholder that is not the whole segment",
      hint: "Let it stand for all between two slashes.",
    };
  }
  if (NAME.test(segment.slice(1, -1))) return null;
  return {
    words:
      segment === "{}" ? "has a placeholder without a name" : "has a placeholder whose name cannot be used in code",
    hint: "Name it with letters, digits and `_`, a letter first: `{tenant}`.",
  };
}

function problem(issuer: string, { words, hint }: Fault, at: Location): ConfigError {
  return new ConfigError("invalid_value", `The issuer ${quoteText(issuer)} ${words}.`, {
    at,
    expected: `an issuer, or a pattern such as "${EXAMPLE}"`,
    hint,
  });
}
