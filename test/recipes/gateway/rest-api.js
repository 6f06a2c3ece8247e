// A REST API with an authorizer of the type REQUEST.
import { groupFields } from "./group-fields.js";

export const FORBIDDEN = "User is not authorized to access this resource";

export function authorizerEvent(request) {
  return { type: "REQUEST", methodArn: arnOf(request), ...common(request), requestContext: { stage: "prod" } };
}

export function functionEvent(request, context) {
  const texts = Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)]));
  return {
    ...common(request),
    body: null,
    requestContext: { stage: "prod", authorizer: texts },
    isBase64Encoded: false,
  };
}

/** Whether a statement of the policy allows this method; the last `*` of a resource stands for anything. */
export function isAllowed({ policyDocument }, request) {
  return policyDocument.Statement.some(
    ({ Effect, Resource }) => Effect === "Allow" && isCovered(arnOf(request), Resource),
  );
}

export function answerToFailure(error) {
  if (error.message === "Unauthorized") return { statusCode: 401, body: '{"message":"Unauthorized"}' };
  return { statusCode: 500, body: '{"message":null}' };
}

function isCovered(arn, resource) {
  return resource.endsWith("*") ? arn.startsWith(resource.slice(0, -1)) : arn === resource;
}

function arnOf({ method, url }) {
  return `arn:aws:execute-api:eu-central-1:123456789012:abcdef123/prod/${method}${url}`;
}

/** Names are as they were sent; `headers` holds the last value of a field that came more than once. */
function common(request) {
  const [path] = request.url.split("?", 1);
  const fields = groupFields(request.rawHeaders, (name) => name);
  return {
    resource: path,
    path,
    httpMethod: request.method,
    headers: Object.fromEntries([...fields].map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: Object.fromEntries(fields),
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
  };
}
