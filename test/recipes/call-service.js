import { request } from "node:http";

/** A service that has not answered by then has failed. */
const TIME_LIMIT_MS = 20_000;

/**
 * Calls a service on loopback. Every value of `authorization` is a header of its own.
 *
 * @returns `status`, `challenge` (`WWW-Authenticate`), `retryAfter`, `body` (JSON, text, or null where it is empty), and `text`:
 * the headers and the body as they came
 */
export async function callService(port, target, authorization) {
  const headers = authorization.length === 0 ? {} : { authorization };
  const response = await new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: target, headers, timeout: TIME_LIMIT_MS, agent: false })
      .once("response", resolve)
      .once("timeout", function onTimeout() {
        this.destroy(new RangeError(`no answer within ${TIME_LIMIT_MS / 1000} s`));
      })
      .once("error", reject)
      .end();
  });
  let body = "";
  for await (const part of response.setEncoding("utf8")) body += part;
  return {
    status: response.statusCode,
    challenge: response.headers["www-authenticate"] ?? null,
    retryAfter: response.headers["retry-after"] ?? null,
    body: read(body),
    text: `${response.rawHeaders.join("\n")}\n${body}`,
  };
}

function read(body) {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
