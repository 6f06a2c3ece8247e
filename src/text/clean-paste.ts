/** A text without what came along when it was copied. */
export interface Paste {
  readonly text: string;
  /** What was left out, as noun phrases: "line breaks". */
  readonly removed: readonly string[];
}

interface Step {
  readonly name: string;
  /** The text without it; the same text where there is none. */
  take(text: string): string;
}

/** Wrapped more often than this, nothing was copied by accident. */
const MAX_ROUNDS = 6;

const QUOTES = "[\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb]";

const STEPS: readonly Step[] = [
  { name: "an option of curl", take: (text) => text.replace(/^(?:-H|--header)\s+/, "") },
  { name: 'the header name "Authorization"', take: (text) => text.replace(/^authorization\s*:\s*/i, "") },
  { name: 'the prefix "Bearer"', take: (text) => text.replace(/^bearer(?:\s+|:\s*)/i, "") },
  { name: 'the prefix "DPoP"', take: (text) => text.replace(/^dpop\s+/i, "") },
  { name: 'the prefix "JWT"', take: (text) => text.replace(/^jwt\s+/i, "") },
  { name: "quotes", take: withoutQuotes },
  { name: "punctuation at its end", take: (text) => text.replace(/[,;]$/, "") },
  { name: "the name of a parameter", take: withoutParameterName },
  { name: "line breaks", take: (text) => joined(text, /[\r\n]|\\[nr]/g) },
  { name: "spaces", take: (text) => joined(text, /\s/g) },
  { name: "invisible characters", take: (text) => joined(text, /[\p{Cf}\u00a0]/gu) },
];

/**
 * A token without what surrounds it in a header, a source text, a JSON value or a wrapped line. Whitespace around it
 * is left out without a word.
 */
export function cleanPaste(text: string): Paste {
  const removed = new Set<string>();
  let rest = text.trim();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = rest;
    for (const { name, take } of STEPS) {
      const shorter = take(rest);
      if (shorter === rest) continue;
      removed.add(name);
      rest = shorter.trim();
    }
    if (rest === before) break;
  }
  return { text: rest, removed: [...removed] };
}

/** Of a JSON string, what it stands for; of any other text, what is between its quotes. */
function withoutQuotes(text: string): string {
  if (/^".*"$/s.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "string") return value;
    } catch {
      // Quotes around something that is no JSON string.
    }
  }
  return text.replace(new RegExp(`^${QUOTES}+`), "").replace(new RegExp(`${QUOTES}$`), "");
}

/** The token in `access_token=…` of a URL, a form or a cookie; it begins like every token: with `{` in base64url. */
function withoutParameterName(text: string): string {
  if (!text.slice(0, 4096).includes("=") || beginsLikeToken(text)) return text;
  return /^[^\s]{0,4095}?[\w-]=(e[wy][\w-]+\.[\w.-]*)/.exec(text)?.[1] ?? text;
}

/** The text without some characters, where what is left looks like one token; else as it is. */
function joined(text: string, characters: RegExp): string {
  if (!beginsLikeToken(text)) return text;
  const rest = text.replace(characters, "");
  return /[^\w.+/=\s\p{Cf}\\-]/u.test(rest) ? text : rest;
}

function beginsLikeToken(text: string): boolean {
  return /^e[wy][\w\s\p{Cf}-]/u.test(text);
}
