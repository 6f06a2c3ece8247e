import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyStructuredResultV2,
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerResult,
  APIGatewaySimpleAuthorizerWithContextResult,
} from "aws-lambda";
import { answerWith, authorize, type CallerContext } from "./access-token.js";
import { routes } from "./routes.js";

/** The authorizer of an HTTP API: payload 2.0, simple responses, identity source `$request.header.Authorization`. */
export async function authorizer(
  event: APIGatewayRequestAuthorizerEventV2,
): Promise<APIGatewaySimpleAuthorizerResult | APIGatewaySimpleAuthorizerWithContextResult<CallerContext>> {
  // Names are in lower case; a field that came twice is joined by a comma already.
  const fields = Object.entries(event.headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const caller = await authorize(fields);
  return caller === null ? { isAuthorized: false } : { isAuthorized: true, context: caller.context };
}

/** The function behind it. */
export async function handler(
  event: APIGatewayProxyEventV2WithLambdaAuthorizer<CallerContext>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const route = routes.get(event.rawPath);
  return route === undefined ? { statusCode: 404 } : answerWith(route, event.requestContext.authorizer.lambda);
}
