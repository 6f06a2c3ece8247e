import { createServer } from "node:http";

/**
 * Starts the issuer's key server on a free port of loopback. Each service has an address of its own, which fails the first
 * time that it is asked: the service starts while the issuer is down.
 *
 * @returns `urlFor`: the address for a service; `close`: ends it
 */
export async function serveKeys(jwks) {
  const asked = new Set();
  const server = createServer(({ url }, response) => {
    const isFirst = !asked.has(url);
    asked.add(url);
    response.writeHead(isFirst ? 500 : 200, { "content-type": "application/json" });
    response.end(isFirst ? "{}" : JSON.stringify(jwks));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    urlFor: (id) => `http://127.0.0.1:${server.address().port}/${id}/jwks.json`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
