/** A header map of the web platform; the `Headers` of every runtime are one. */
export interface WebHeaders {
  get(name: string): string | null;
}

/** A `Request` of the web platform. */
export interface WebRequest {
  readonly headers: WebHeaders;
}

/** Node's `IncomingMessage` and `Http2ServerRequest`, which the request of Express is, too. */
export interface NodeRequest {
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

/** What a token can be looked for in. */
export type RequestLike = WebRequest | WebHeaders | NodeRequest;

/** The values of a header field, by its name in lower case: one for each time that the field was sent, where that is known. */
export type HeaderReader = (name: "authorization" | "cookie") => readonly unknown[];

/**
 * A reader of a request's headers.
 *
 * @throws {TypeError} where the value is no request; says what to pass instead
 */
export function readHeaders(request: unknown): HeaderReader {
  const headers = memberOf(request, "headers");
  const rawHeaders = memberOf(request, "rawHeaders");
  if (isWebHeaders(headers)) return (name) => webValues(headers, name);
  if (isObject(headers) && Array.isArray(rawHeaders)) return (name) => nodeValues(headers, rawHeaders, name);
  if (headers === undefined && isWebHeaders(request)) return (name) => webValues(request, name);
  throw new TypeError(`A token cannot be looked for in ${describeRequest(request)}`);
}

/** `Headers` joins a field that was sent twice; the comma then shows in the value. */
function webValues(headers: WebHeaders, name: string): readonly unknown[] {
  const value: unknown = headers.get(name);
  return value === null || value === undefined ? [] : [value];
}

/** Node keeps one of several `Authorization` fields, and shows in `rawHeaders` that there were others. */
function nodeValues(headers: object, rawHeaders: readonly unknown[], name: string): readonly unknown[] {
  const value: unknown = Object.hasOwn(headers, name) ? Reflect.get(headers, name) : undefined;
  if (value === undefined) return [];
  const sent = rawHeaders.filter((_, at) => isFieldName(rawHeaders, at, name)).length;
  // What a middleware has put there counts as sent once.
  return Array.isArray(value) ? value : Array.from({ length: name === "cookie" ? 1 : Math.max(sent, 1) }, () => value);
}

function isFieldName(rawHeaders: readonly unknown[], at: number, name: string): boolean {
  const field = rawHeaders[at];
  return at % 2 === 0 && typeof field === "string" && field.length === name.length && field.toLowerCase() === name;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A `Map` has `get` as well, and would miss a name in other letters. */
function isWebHeaders(value: unknown): value is WebHeaders {
  return isObject(value) && !(value instanceof Map) && typeof memberOf(value, "get") === "function";
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}

/** What was given instead of a request, and what to pass: never what it holds. */
function describeRequest(value: unknown): string {
  const taken = "a web Request, Headers, or Node's IncomingMessage";
  if (!isObject(value))
    return `${value === null || value === undefined ? String(value) : `a ${typeof value}`}: pass ${taken}.`;
  if (typeof memberOf(value, "then") === "function") return `a promise: await it, and pass ${taken}.`;
  if (value instanceof Map) return `a Map: pass \`new Headers([...map])\`, or ${taken}.`;
  const inner = memberOf(value, "req") ?? memberOf(value, "request");
  if (isObject(memberOf(value, "raw")))
    return `a framework's own request: pass its \`raw\` (Fastify: \`request.raw\`).`;
  if (isObject(memberOf(inner, "raw"))) return `a framework's context: pass its \`req.raw\` (Hono: \`c.req.raw\`).`;
  if (isObject(inner)) return `a framework's context: pass the request in it (Koa: \`ctx.req\`), which is ${taken}.`;
  if (isObject(memberOf(value, "headers"))) {
    return "an object with plain headers (AWS Lambda's event is one): pass `new Headers(event.headers)`.";
  }
  return `this object: pass ${taken}; of plain headers, \`new Headers(headers)\`.`;
}
