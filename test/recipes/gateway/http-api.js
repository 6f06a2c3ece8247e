// An HTTP API with an authorizer of payload 2.0 and simple responses.
import { groupFields } from "./group-fields.js";

export const FORBIDDEN = "Forbidden";

export function authorizerEvent(request) {
  const event = common(request);
  return {
    version: "2.0",
    type: "REQUEST",
    routeArn: `arn:aws:execute-api:eu-central-1:123456789012:abcdef123/$default/${request.method}${request.url}`,
    identitySource: [event.headers.authorization],
    ...event,
  };
}

export function functionEvent(request, context) {
  const { requestContext, ...event } = common(request);
  return {
    version: "2.0",
    ...event,
    requestContext: { ...requestContext, authorizer: { lambda: context } },
    isBase64Encoded: false,
  };
}

export function isAllowed(decision) {
  return decision.isAuthorized === true;
}

export function answerToFailure() {
  return { statusCode: 500, body: '{"message":"Internal Server Error"}' };
}

/** Names are in lower case, and the values of a field that came more than once are joined. */
function common(request) {
  const [path, query = ""] = request.url.split("?", 2);
  const fields = groupFields(request.rawHeaders, (name) => name.toLowerCase());
  return {
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: Object.fromEntries([...fields].map(([name, values]) => [name, values.join(",")])),
    requestContext: { http: { method: request.method, path }, stage: "$default" },
  };
}
