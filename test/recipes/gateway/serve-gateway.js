// Stands in for API Gateway on loopback: node test/recipes/gateway/serve-gateway.js http-api|rest-api MODULE
// MODULE exports `authorizer` and `handler`. Decisions are kept for each value of `Authorization`, as both kinds of API do
// where a time to live is set; what the gateway answers by itself is what AWS documents.
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { groupFields } from "./group-fields.js";
import * as httpApi from "./http-api.js";
import * as restApi from "./rest-api.js";

const [kind, module] = process.argv.slice(2);
const api = { "http-api": httpApi, "rest-api": restApi }[kind];
const { authorizer, handler } = await import(pathToFileURL(path.resolve(module)).href);
const decisions = new Map();

createServer(async (request, response) => {
  const { statusCode, headers = {}, body = "" } = await answer(request);
  response.writeHead(statusCode, headers).end(body);
}).listen(Number(process.env.PORT), process.env.HOST);

async function answer(request) {
  const identity = groupFields(request.rawHeaders, (name) => name.toLowerCase())
    .get("authorization")
    ?.join();
  // The identity source is missing: the authorizer is not asked.
  if (identity === undefined) return json(401, "Unauthorized");
  let decision;
  try {
    decision = decisions.get(identity) ?? (await authorizer(passOn(api.authorizerEvent(request))));
  } catch (error) {
    return api.answerToFailure(error);
  }
  decisions.set(identity, decision);
  if (!api.isAllowed(decision, request)) return json(403, api.FORBIDDEN);
  return handler(passOn(api.functionEvent(request, decision.context)));
}

/** Events reach a function as JSON. */
function passOn(event) {
  return JSON.parse(JSON.stringify(event));
}

function json(statusCode, message) {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
}
