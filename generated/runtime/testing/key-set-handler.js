/** A handler that answers every `GET` with the key set of the moment (RFC 7517 section 8.5). */
export function keySetHandler(read) {
    return ({ method }) => {
        if (method !== "GET" && method !== "HEAD")
            return respond(null, { status: 405, headers: { allow: "GET, HEAD" } });
        const headers = { "content-type": "application/jwk-set+json", "cache-control": "no-store" };
        return respond(method === "HEAD" ? null : JSON.stringify(read()), { status: 200, headers });
    };
}
function respond(body, init) {
    // It is the platform's own; only whether its types are known differs.
    return new Response(body, init);
}
