/** A token that stands somewhere in a text. */
export interface FoundToken {
  readonly token: string;
  /** How many other tokens there are. */
  readonly others: number;
}

/** Of three parts, or of five; it begins like every token: with `{` in base64url. */
const COMPACT = String.raw`e[wy][\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?`;
/** What may stand beside a token; a letter of any kind may not, since it was meant to be a part of it. */
const EDGE = "\\s\"'`\u2018\u2019\u201c\u201d=:,;<>()\\[\\]{}|&?!/";
/** Bounded on both sides, so that each place is tried once. */
const IN_TEXT = new RegExp(`(?:(?<=^|[${EDGE}])|(?<=%[\\dA-Fa-f]{2}))${COMPACT}(?=\\.?(?:$|[${EDGE}]))`, "g");
/** In JSON, what a server calls so; any other member may be a claim. */
const IN_JSON = new RegExp(
  String.raw`(?<="(?:access_token|id_token|token|jwt)"\s{0,20}:\s{0,20}")${COMPACT}(?=")`,
  "g",
);

/** The first token in a request, a header with several cookies, a command, an answer of a server or a log; null where there is none. */
export function findToken(text: string): FoundToken | null {
  const found = new Set(text.match(/^\s*[{[]/.test(text) ? IN_JSON : IN_TEXT));
  const [token] = found;
  return token === undefined ? null : { token, others: found.size - 1 };
}
