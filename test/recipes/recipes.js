import path from "node:path";
import { fileURLToPath } from "node:url";
import { ME, TWO_HEADERS } from "./cases.js";
import { answerOfGateway, isLogged } from "./gateway/answer-of-gateway.js";
import { keepDecision } from "./gateway/keep-decision.js";
import { MORE_OF_TRPC, unwrapTrpc } from "./trpc-cases.js";

const GATEWAY = fileURLToPath(new URL("gateway/serve-gateway.js", import.meta.url));
const ROUTES = { health: "/health", me: "/me", invoices: "/invoices" };
const GUARDED = { me: "/me", invoices: "/invoices" };

/**
 * The recipes, those first that take long.
 *
 * `folder`: under docs/recipes; `needs`: the package of the framework; `build`, `start`: words for Node, run in the scratch folder; `routes`: the paths of the shared
 * cases, which are left out where there is no path; `more`: cases of its own. Where it differs from the others: `unwrap` takes
 * what is asked for out of a body; `adapt` is the wanted answer of a case; `isLogged`, whether its reason is in the log;
 * `after` makes further calls.
 */
export const RECIPES = [
  {
    id: "next",
    folder: "next",
    needs: "next",
    build: ["node_modules/next/dist/bin/next", "build", "next"],
    start: ({ host, port }) => ["node_modules/next/dist/bin/next", "start", "next", "-H", host, "-p", String(port)],
    routes: { health: "/api/health", me: "/api/me", invoices: "/api/invoices" },
    // Node keeps the first of two headers, and Next's requests do not show that there was another.
    adapt: ({ name, want }) =>
      name === TWO_HEADERS ? { status: 200, challenge: null, retryAfter: null, body: ME } : want,
    isLogged: ({ name }) => name !== TWO_HEADERS,
  },
  { id: "express", folder: "express", needs: "express", start: () => ["out/express/server.js"], routes: ROUTES },
  { id: "fastify", folder: "fastify", needs: "fastify", start: () => ["out/fastify/server.js"], routes: ROUTES },
  { id: "hono", folder: "hono", needs: "hono", start: () => ["out/hono/server.js"], routes: ROUTES },
  { id: "nestjs", folder: "nestjs", needs: "@nestjs/core", start: () => ["out/nestjs/main.js"], routes: ROUTES },
  {
    id: "trpc",
    folder: "trpc",
    needs: "@trpc/server",
    start: () => ["out/trpc/server.js"],
    routes: ROUTES,
    unwrap: unwrapTrpc,
    more: MORE_OF_TRPC,
  },
  {
    id: "aws-lambda-http",
    folder: "aws-lambda",
    start: ({ scratch }) => [GATEWAY, "http-api", path.join(scratch, "out/aws-lambda/http-api.js")],
    routes: GUARDED,
    adapt: (given) => answerOfGateway(given, { refused: [403, "Forbidden"], failed: "Internal Server Error" }),
    isLogged,
    after: keepDecision,
  },
  {
    id: "aws-lambda-rest",
    folder: "aws-lambda",
    start: ({ scratch }) => [GATEWAY, "rest-api", path.join(scratch, "out/aws-lambda/rest-api.js")],
    routes: GUARDED,
    adapt: (given) => answerOfGateway(given, { refused: [401, "Unauthorized"], failed: null }),
    isLogged,
    after: keepDecision,
  },
];
