import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../../src/errors.js";
import { fetchJwks, isUrl } from "../../../../src/io/tokens/jwks.js";

const SET = { keys: [{ kty: "oct", k: "AA" }] };

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a server on this machine; gives its URL, without a path. */
async function serve(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with that port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function json(value: unknown): http.RequestListener {
  return (_request, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(value));
  };
}

/** What a server's answer comes to: the set, or the reason alone. */
async function fetched(answer: http.RequestListener, path = "/jwks", timeLimit = 1000) {
  const url = await serve(answer);
  const result = await fetchJwks(url + path, timeLimit);
  return "jwks" in result ? result.jwks : result.unavailable.replace(url.slice("http://".length), "HOST");
}

const because = (reason: string): string =>
  `The key set could not be fetched from "HOST": ${reason}. This is not the token's fault.`;

describe("fetchJwks", () => {
  it("gives the set that a server answers with", async () => {
    expect(await fetched(json(SET))).toEqual(SET);
  });

  it("follows a redirect within the host", async () => {
    const answer: http.RequestListener = (request, response) =>
      request.url === "/jwks" ? response.writeHead(302, { location: "/moved" }).end() : json(SET)(request, response);
    expect(await fetched(answer)).toEqual(SET);
  });

  it.each<[string, http.RequestListener, string]>([
    ["answers nothing", () => {}, "there was no answer within 0.3 seconds"],
    [
      "answers and never ends",
      (_request, response) => {
        response.write("{");
      },
      "there was no answer within 0.3 seconds",
    ],
    [
      "answers without an end",
      (_request, response) => {
        const more = (): void => {
          while (response.write("x".repeat(65_536)));
          response.once("drain", more);
        };
        more();
      },
      "the answer is larger than 1 MiB",
    ],
    [
      "answers with an error",
      (_request, response) => response.writeHead(404).end("no"),
      "the server answers with status 404",
    ],
    ["answers with rubbish", (_request, response) => response.end("<html>"), "the answer is not JSON"],
    [
      "answers with no text",
      (_request, response) => response.end(Buffer.of(0x22, 0xff, 0x22)),
      "the answer is not JSON",
    ],
    [
      "answers with JSON nested too deep",
      (_request, response) => response.end("[".repeat(100_000)),
      "the answer is not JSON",
    ],
    ["answers with other JSON", json({ keys: 1 }), 'the answer is JSON, but no key set with a list "keys"'],
    ["answers with a list", json([]), 'the answer is JSON, but no key set with a list "keys"'],
    [
      "answers with a discovery document",
      json({ jwks_uri: "x" }),
      "the answer is a discovery document; pass the URL that its `jwks_uri` holds",
    ],
    ["breaks off", (request) => request.socket.destroy(), "the connection was broken off"],
    [
      "redirects to another host",
      (_request, response) => response.writeHead(302, { location: "https://evil.example/" }).end(),
      "the server redirects to another host",
    ],
    [
      "redirects to another name of this machine",
      (request, response) =>
        response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/` }).end(),
      "the server redirects to another host",
    ],
    [
      "redirects to a file",
      (_request, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "the server redirects to another host",
    ],
    [
      "redirects to nowhere",
      (_request, response) => response.writeHead(302, { location: "http://" }).end(),
      "the server redirects to nowhere",
    ],
    [
      "redirects in a circle",
      (_request, response) => response.writeHead(307, { location: "/jwks" }).end(),
      "the server redirects more than 3 times",
    ],
  ])("says why there is no set where the server %s", async (_, answer, reason) => {
    expect(await fetched(answer, "/jwks", 300)).toBe(because(reason));
  });

  it("says that nobody listens where that is so", async () => {
    const url = await serve(json(SET));
    servers.pop()?.close();
    const result = await fetchJwks(url);
    expect(result).toEqual({
      unavailable: because("the connection was refused").replace("HOST", url.slice("http://".length)),
    });
  });

  it("says so of a port that nothing is fetched from", async () => {
    expect(await fetchJwks("http://127.0.0.1:1/")).toEqual({
      unavailable: because("nothing is fetched from that port").replace("HOST", "127.0.0.1:1"),
    });
  });

  it.each([
    "http://auth.acme.example/jwks",
    "http://127.0.0.1.evil.example/",
    "http://localhost.evil.example/",
    "http://10.0.0.1/",
    "ftp://localhost/",
    "file:///etc/passwd",
    "https://user:secret@auth.acme.example/",
    "https://",
    "http://[::2]/",
  ])("fetches nothing from %s", async (url) => {
    const error = await fetchJwks(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code: "invalid_option", message: `The option --jwks cannot be "${url}".` });
  });
});

describe("isUrl", () => {
  it.each([
    ["https://a.example", true],
    ["HTTP://a.example", true],
    ["jwks.json", false],
    ["./https:/x", false],
    ["c:/jwks.json", false],
  ])("says of %s: %s", (text, want) => {
    expect(isUrl(text)).toBe(want);
  });
});
