import type { JSONWebKeySet } from "jose";
import { ClaimsError } from "../errors/claims-error.js";
import { refuse } from "../errors/refuse.js";
import { decodeUtf8 } from "../text/utf8.js";
import { isKeySet } from "./is-key-set.js";

/** How a request for a key set is made. */
export interface KeyRequest {
  readonly method: "GET";
  readonly headers: Readonly<Record<string, string>>;
  /** Whoever answers from elsewhere is not the issuer that was named. */
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

/** What is asked of an answer; a `Response` of `fetch` is one. */
export interface KeyResponse {
  readonly status: number;
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
    };
  } | null;
}

/** Fetches like the global `fetch`. */
export type FetchKeys = (url: string, request: KeyRequest) => Promise<KeyResponse>;

/** The most that a key set may hold: 1 MiB, some six hundred keys of the longest kind. */
const MAX_BYTES = 1_048_576;

/**
 * Fetches a JWK Set (RFC 7517 section 5). Follows no redirect, and reads no more than 1 MiB.
 *
 * @param timeout - milliseconds, from the first byte to the last
 * @throws {ClaimsError} `jwks_unavailable`, with a sentence that says why
 */
export async function fetchKeySet(url: string, timeout: number, fetchKeys: FetchKeys | null): Promise<JSONWebKeySet> {
  const limit = createLimit(timeout);
  try {
    return await Promise.race([read(url, fetchKeys ?? fetch, limit.signal), limit.expired]);
  } finally {
    limit.stop();
  }
}

/** A fetch of the caller's own may not heed a signal, so that time has the last word. */
function createLimit(timeout: number) {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(unavailable("there was no answer in time."));
      controller.abort();
    }, timeout);
  });
  // What still goes on once the answer is known, such as a body that is too large, is of no use.
  const stop = () => {
    clearTimeout(timer);
    controller.abort();
  };
  return { signal: controller.signal, expired, stop };
}

async function read(url: string, fetchKeys: FetchKeys, signal: AbortSignal): Promise<JSONWebKeySet> {
  const headers = { accept: "application/jwk-set+json, application/json" };
  let bytes: Uint8Array;
  try {
    const response = await fetchKeys(url, { method: "GET", headers, redirect: "manual", signal });
    const { status } = response;
    if (status === 0 || (status >= 300 && status <= 399)) throw unavailable("the server redirects.");
    if (status !== 200) throw unavailable("the server did not answer with status 200.");
    bytes = await readBody(response);
  } catch (cause) {
    throw cause instanceof ClaimsError ? cause : unavailable("the connection failed.", cause);
  }
  return parse(bytes);
}

async function readBody({ body }: KeyResponse): Promise<Uint8Array> {
  const reader = body?.getReader();
  const bytes = new Uint8Array(MAX_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return bytes.subarray(0, length);
    if (!(value instanceof Uint8Array)) throw unavailable("the answer is no stream of bytes.");
    if (length + value.length > MAX_BYTES) throw unavailable("the answer is larger than 1 MiB.");
    bytes.set(value, length);
    length += value.length;
  }
}

function parse(bytes: Uint8Array): JSONWebKeySet {
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    throw unavailable("the answer is not JSON.");
  }
  if (isKeySet(value)) return value;
  throw unavailable('the answer is no key set: JSON with a list "keys".');
}

function unavailable(detail: string, cause?: unknown): ClaimsError {
  return refuse(
    "jwks_unavailable",
    `The key set could not be fetched: ${detail}`,
    cause === undefined ? {} : { cause },
  );
}
