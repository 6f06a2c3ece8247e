/** One part of an issuer between slashes. */
type Part = { readonly kind: "text"; readonly text: string } | { readonly kind: "placeholder"; readonly name: string };

/** The parts of `https://host` between slashes: no placeholder stands in them. */
const ORIGIN_PARTS = 3;

/** What a placeholder may stand for: unreserved characters (RFC 3986 section 2.3), not dots alone. Anchored by those who use it. */
export const SEGMENT = "\\.*[A-Za-z0-9_~-][A-Za-z0-9._~-]*";

/**
 * Whether an issuer of the config is a pattern, such as `https://login.example/{tenant}/v2.0`: a URL with braces, which no URL
 * has as it stands (RFC 3986 section 2). In a text that is none they are letters like any other.
 */
export function isIssuerPattern(issuer: string): boolean {
  return /^https?:\/\/.*[{}]/isu.test(issuer);
}

/** The names of the placeholders of an issuer, in their order; none for one that is no pattern. */
export function placeholdersOf(issuer: string): readonly string[] {
  return partsOf(issuer).flatMap((part) => (part.kind === "placeholder" ? [part.name] : []));
}

/** The issuer with a text in the place of each placeholder. */
export function fillPlaceholders(issuer: string, fill: (name: string) => string): string {
  return partsOf(issuer)
    .map((part) => (part.kind === "text" ? part.text : fill(part.name)))
    .join("/");
}

/** A pattern (of JSON Schema) that admits what an issuer admits, and nothing else. */
export function issuerExpression(issuer: string): string {
  const parts = partsOf(issuer).map((part) => (part.kind === "text" ? escapeText(part.text) : SEGMENT));
  return `^${parts.join("/")}$`;
}

/** Whether there is an issuer that two issuers or patterns both admit. */
export function issuersMeet(one: string, other: string): boolean {
  return pairParts(one, other, (a, b) => (a.kind === "text" ? admits(b, a) : b.kind === "placeholder" || admits(a, b)));
}

/** Whether an issuer or pattern admits all that another one does. */
export function coversIssuer(wide: string, narrow: string): boolean {
  return pairParts(wide, narrow, (a, b) => (b.kind === "text" ? admits(a, b) : a.kind === "placeholder"));
}

function admits(part: Part, text: Extract<Part, { kind: "text" }>): boolean {
  return part.kind === "text" ? part.text === text.text : new RegExp(`^${SEGMENT}$`, "u").test(text.text);
}

function pairParts(one: string, other: string, fits: (one: Part, other: Part) => boolean): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    a.length === b.length &&
    a.every((part, index) => {
      const partner = b[index];
      return partner !== undefined && fits(part, partner);
    })
  );
}

function partsOf(issuer: string): readonly Part[] {
  const isPattern = isIssuerPattern(issuer);
  return issuer.split("/").map((text, index): Part => {
    const name = !isPattern || index < ORIGIN_PARTS ? undefined : /^\{(.+)\}$/u.exec(text)?.[1];
    return name === undefined ? { kind: "text", text } : { kind: "placeholder", name };
  });
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
