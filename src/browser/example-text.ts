import type { ExampleData } from "./kind-data.js";

/** Claims that are times, which an example moves to now. */
const TIMES = ["exp", "nbf", "iat", "auth_time", "updated_at"];

/** An example in compact serialization, as if it had been issued a minute ago. */
export function exampleText({ header, claims, signature }: ExampleData, now: number): string {
  const { iat, exp } = claims;
  const then = typeof iat === "number" ? iat : typeof exp === "number" ? exp - 120 : now;
  const shift = Math.floor(now) - 60 - then;
  const moved = Object.entries(claims).map(([name, value]): [string, unknown] => [
    name,
    TIMES.includes(name) && typeof value === "number" ? value + shift : value,
  ]);
  return [encode(header), encode(Object.fromEntries(moved)), signature].join(".");
}

function encode(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
