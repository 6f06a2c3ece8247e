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
    readonly headers: {
        readonly [name: string]: string | string[] | undefined;
    };
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
export declare function readHeaders(request: unknown): HeaderReader;
