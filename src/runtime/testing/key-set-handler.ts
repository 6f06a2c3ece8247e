import type { JSONWebKeySet } from "jose";

/** The platform's `Response`, where its types are known; else what is needed of it. */
export type PlatformResponse = typeof globalThis extends {
  readonly Response: abstract new (...input: never) => infer Made;
}
  ? Made
  : { readonly status: number; json(): Promise<unknown> };

/** Answers requests for a key set. */
export type KeySetHandler = (request: { readonly method: string }) => PlatformResponse;

/** A handler that answers every `GET` with the key set of the moment (RFC 7517 section 8.5). */
export function keySetHandler(read: () => JSONWebKeySet): KeySetHandler {
  return ({ method }) => {
    if (method !== "GET" && method !== "HEAD") return respond(null, { status: 405, headers: { allow: "GET, HEAD" } });
    const headers = { "content-type": "application/jwk-set+json", "cache-control": "no-store" };
    return respond(method === "HEAD" ? null : JSON.stringify(read()), { status: 200, headers });
  };
}

function respond(
  body: string | null,
  init: { readonly status: number; readonly headers: Record<string, string> },
): PlatformResponse {
  // It is the platform's own; only whether its types are known differs.
  return new Response(body, init) as PlatformResponse;
}
