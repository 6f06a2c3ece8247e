import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment as the stand-in keeps it. */
export interface StoredComment {
  readonly id: number;
  body: string;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

/** What was asked of the stand-in. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

/** A server on this machine that answers for the API of GitHub, as far as comments go. */
export interface StandInApi {
  readonly url: string;
  readonly comments: StoredComment[];
  readonly asked: Asked[];
  /** Answers a request instead of the stand-in; returns false to leave it to the stand-in. */
  intercept: (asked: Asked, response: ServerResponse) => boolean;
  /** Adds a comment of somebody's. */
  add(body: string, login: string, type: "Bot" | "User"): StoredComment;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. Comments are stored in the name of `github-actions[bot]`. */
export async function standInApi(): Promise<StandInApi> {
  const api: StandInApi = {
    url: "",
    comments: [],
    asked: [],
    intercept: () => false,
    add(body, login, type) {
      const id = api.comments.length + 1;
      const comment = {
        id,
        body,
        html_url: `https://github.example/acme/claims/pull/7#issuecomment-${id}`,
        user: { login, type },
      };
      api.comments.push(comment);
      return comment;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (request, response) => {
    const asked = {
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
    };
    api.asked.push(asked);
    const content = await readBody(request);
    if (!api.intercept(asked, response)) answer(api, asked, content, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return Object.assign(api, { url: `http://127.0.0.1:${port}` });
}

/** Answers with a JSON text. */
export function respond(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
}

function answer(api: StandInApi, { method, path }: Asked, content: string, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const list = "/repos/acme/claims/issues/7/comments";
  const [, id] = /^\/repos\/acme\/claims\/issues\/comments\/(\d+)$/.exec(pathname) ?? [];
  const body: string = content === "" ? "" : JSON.parse(content).body;
  if (body.length > 65_536) {
    respond(response, 422, { message: "Body is too long (maximum is 65536 characters)" });
  } else if (method === "GET" && pathname === list) {
    const [size, page] = [Number(searchParams.get("per_page")), Number(searchParams.get("page"))];
    respond(response, 200, api.comments.slice((page - 1) * size, page * size));
  } else if (method === "POST" && pathname === list) {
    respond(response, 201, api.add(body, "github-actions[bot]", "Bot"));
  } else if (pathname === "/user") {
    respond(response, 403, { message: "Resource not accessible by integration" });
  } else {
    const comment = api.comments.find((one) => String(one.id) === id);
    if (method === "PATCH" && comment !== undefined) comment.body = body;
    respond(response, comment === undefined ? 404 : 200, comment ?? { message: "Not Found" });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += part;
  return text;
}
