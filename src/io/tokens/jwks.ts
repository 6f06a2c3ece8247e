import type { JSONWebKeySet } from "jose";
import { UsageError } from "../../errors.js";
import { isObject } from "../../schema/own-property.js";
import { quoteText } from "../../text/quote-text.js";
import { systemCode } from "../files/system-error.js";

/** A key set, or why it could not be had, as a sentence. */
export type FetchedJwks = { readonly jwks: JSONWebKeySet } | { readonly unavailable: string };

/** The longest that fetching takes, redirects and all. Milliseconds. */
const TIME_LIMIT = 5_000;

/** The most that a key set may hold: 1 MiB. */
const MAX_BYTES = 1_048_576;

const MAX_REDIRECTS = 3;

/** Says whether an option names a key set by URL, and not by file. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

/**
 * Fetches a JWK Set (RFC 7517 section 5) over https, or over http from this machine itself. Follows redirects within
 * the host only, waits 5 seconds in all, and reads 1 MiB at most.
 *
 * @param timeLimit - milliseconds
 * @throws {UsageError} `invalid_option` for a URL that is not fetched from at all
 */
export async function fetchJwks(text: string, timeLimit: number = TIME_LIMIT): Promise<FetchedJwks> {
  const url = readUrl(text);
  const signal = AbortSignal.timeout(timeLimit);
  try {
    return await follow(url, signal);
  } catch (error) {
    return unavailable(
      url,
      signal.aborted ? `there was no answer within ${timeLimit / 1000} seconds` : reasonOf(error),
    );
  }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && isAllowed(url) && url.username === "" && url.password === "") return url;
  throw new UsageError("invalid_option", `The option --jwks cannot be ${quoteText(text)}.`, {
    expected: "a file, an https URL, or an http URL of this machine itself, such as http://localhost:3000/jwks",
    hint: "Keys that come over plain http can be exchanged on the way; a URL with a password is not fetched either.",
  });
}

function isAllowed({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  // The parser has made one form of every way to write an IPv4 address.
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

async function follow(start: URL, signal: AbortSignal): Promise<FetchedJwks> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetch(url, {
      headers: { accept: "application/jwk-set+json, application/json" },
      redirect: "manual",
      signal,
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return readResponse(start, response);
    await response.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next === null) return unavailable(start, "the server redirects to nowhere");
    if (next.hostname !== url.hostname) return unavailable(start, "the server redirects to another host");
    if (!isAllowed(next) || (url.protocol === "https:" && next.protocol !== "https:")) {
      return unavailable(start, "the server redirects from https to plain http");
    }
    url = next;
  }
  return unavailable(start, `the server redirects more than ${MAX_REDIRECTS} times`);
}

async function readResponse(url: URL, response: Response): Promise<FetchedJwks> {
  if (!response.ok) {
    await response.body?.cancel();
    return unavailable(url, `the server answers with status ${response.status}`);
  }
  const bytes = await readBody(response);
  if (bytes === null) return unavailable(url, "the answer is larger than 1 MiB");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return unavailable(url, "the answer is not JSON");
  }
  if (isObject(value) && Object.hasOwn(value, "jwks_uri")) {
    return unavailable(url, "the answer is a discovery document; pass the URL that its `jwks_uri` holds");
  }
  if (!isObject(value) || !Array.isArray(Object.hasOwn(value, "keys") ? value["keys"] : null)) {
    return unavailable(url, 'the answer is JSON, but no key set with a list "keys"');
  }
  // Each key of the list is checked by the runtime before it is used.
  return { jwks: value as unknown as JSONWebKeySet };
}

/** The body of a response; null where it is too large, of which no more than the limit is read. */
async function readBody(response: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The body of a fetched response is a stream of bytes, which Node lets one iterate over.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unavailable(url: URL, reason: string): FetchedJwks {
  const message = `The key set could not be fetched from ${quoteText(url.host)}: ${reason}. This is not the token's fault.`;
  return { unavailable: message };
}

const REASONS: ReadonlyMap<string | null, string> = new Map([
  ["ECONNREFUSED", "the connection was refused"],
  ["ECONNRESET", "the connection was broken off"],
  ["ENOTFOUND", "there is no host of that name"],
  ["EAI_AGAIN", "the name of the host could not be looked up"],
  ["ENETUNREACH", "the network cannot be reached"],
  ["EHOSTUNREACH", "the host cannot be reached"],
  ["UND_ERR_SOCKET", "the connection was broken off"],
]);

/** The reason of a failed fetch; undici hides it in `cause`. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = systemCode(cause);
  if (cause instanceof Error && cause.message === "bad port") return "nothing is fetched from that port";
  const known = REASONS.get(code);
  if (known !== undefined) return known;
  if (code !== null && /CERT|TLS|SSL/.test(code)) return "the server's certificate is not trusted";
  return code === null ? "the connection failed" : `the connection failed (${code})`;
}
