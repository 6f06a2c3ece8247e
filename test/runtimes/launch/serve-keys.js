import { createServer } from "node:http";

/**
 * Starts the server that the suite fetches keys from, on a free port of loopback: a good set, and everything that a set can be
 * in its place. Anyone may read it (CORS), as a page does.
 *
 * @returns its origin, and a function that ends it
 */
export async function serveKeys(jwks, page) {
  const answers = {
    "/jwks.json": [200, "application/json", JSON.stringify(jwks)],
    "/fault": [500, "application/json", '{"error":"fault"}'],
    "/rubbish": [200, "application/json", '{"keys":[{'],
    "/list": [200, "application/json", "[]"],
    "/": [200, "text/html", page],
  };
  const server = createServer(({ url }, response) => {
    if (url === "/cut") {
      response.socket.destroy();
      return;
    }
    const [status, type, body] = answers[url] ?? [404, "text/plain", "There is no such page."];
    response.writeHead(status, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
