import type { TokenSize } from "./inspection.js";
import type { ReadToken } from "./read-token.js";

/** Where the bytes of a token go; null where the text is no token. */
export function measureToken({ form, text, claims }: ReadToken, maxBytes: number | null): TokenSize | null {
  if (form === "none") return null;
  const parts = text.split(".", 7).map((part) => part.length);
  const [header = 0, second = 0, third = 0] = parts;
  const isSigned = form === "signed";
  return {
    bytes: text.length,
    maxBytes,
    header,
    payload: isSigned ? second : (parts[3] ?? 0),
    signature: isSigned ? third : 0,
    claims: Object.entries(claims ?? {})
      .map(([claim, value]) => ({ claim, bytes: bytesOf(claim, value) }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}

/** What a claim adds to the token: its JSON in UTF-8 with colon and comma, of which three bytes become four characters. */
function bytesOf(claim: string, value: unknown): number {
  const json = `${JSON.stringify(claim)}:${JSON.stringify(value)},`;
  return Math.ceil((new TextEncoder().encode(json).length * 4) / 3);
}
