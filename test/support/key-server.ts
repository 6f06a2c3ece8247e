import http from "node:http";
import type { AddressInfo } from "node:net";

/** How a server of key sets answers. */
export type KeyAnswer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

/** A server of key sets on a free port of this machine. */
export interface KeyServer {
  readonly url: string;
  /** Decides what is answered from now on. */
  answer(how: KeyAnswer): void;
  /** How many requests have come since this was asked the last time. */
  requests(): number;
  /** Ends it, open connections included; what is fetched afterwards is refused. */
  stop(): Promise<void>;
}

/** Starts a server of key sets. */
export async function startKeyServer(first: KeyAnswer): Promise<KeyServer> {
  let how = first;
  let count = 0;
  const server = http.createServer((request, response) => {
    count += 1;
    how(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/jwks`,
    answer: (next) => {
      how = next;
    },
    requests: () => {
      const seen = count;
      count = 0;
      return seen;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with a value as JSON. */
export const json =
  (value: unknown): KeyAnswer =>
  (response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(value));
  };

/** Answers that hold no key set; each is rubbish in its own way. */
export const RUBBISH: Readonly<Record<string, KeyAnswer>> = {
  "an HTML page": (response) => response.setHeader("content-type", "text/html").end("<!doctype html><p>Sign in</p>"),
  "nothing at all": (response) => response.end(),
  "JSON that is no object": (response) => response.end("[1]"),
  "JSON without keys": (response) => response.end('{"jwks_uri":"https://auth.acme.example/jwks"}'),
  "keys that are no list": (response) => response.end('{"keys":{"0":{}}}'),
  "bytes that are not UTF-8": (response) => response.end(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])),
  "status 500": (response) => response.writeHead(500).end('{"keys":[]}'),
  "status 404": (response) => response.writeHead(404).end('{"keys":[]}'),
  "status 204": (response) => response.writeHead(204).end(),
  "half a body": (response) => {
    response.writeHead(200, { "content-length": "1000" }).write('{"keys":[');
    response.socket?.end();
  },
  "a connection that is cut": (response) => response.socket?.destroy(),
};
