import { createServer } from "node:net";

/** A port of the host that was free a moment ago. */
export function findPort(host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(0, host, () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}
