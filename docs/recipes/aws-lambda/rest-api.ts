import type {
  APIGatewayAuthorizerWithContextResult,
  APIGatewayProxyResult,
  APIGatewayProxyWithLambdaAuthorizerEvent,
  APIGatewayRequestAuthorizerEvent,
} from "aws-lambda";
import { answerWith, authorize, type CallerContext } from "./access-token.js";
import { routes } from "./routes.js";

/** The authorizer of a REST API: type REQUEST, identity source `method.request.header.Authorization`. */
export async function authorizer(
  event: APIGatewayRequestAuthorizerEvent,
): Promise<APIGatewayAuthorizerWithContextResult<CallerContext>> {
  // Names are as they were sent. `headers` keeps the last of two fields; `multiValueHeaders` has both.
  const fields = Object.entries(event.multiValueHeaders ?? {}).flatMap(([name, values]) =>
    (values ?? []).map((value) => [name, value] as const),
  );
  const caller = await authorize(fields);
  // The one text that the gateway answers with 401; any other is a 500.
  if (caller === null) throw new Error("Unauthorized");
  return {
    principalId: caller.subject,
    policyDocument: {
      Version: "2012-10-17",
      // The decision is kept for the token and not for the route: it has to hold for all routes of the stage.
      Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: stageOf(event.methodArn) }],
    },
    context: caller.context,
  };
}

/** `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/GET/me` to `…:API/STAGE/*`. */
function stageOf(methodArn: string): string {
  const [api = "", stage = ""] = methodArn.split("/");
  return `${api}/${stage}/*`;
}

/** The function behind it. */
export async function handler(
  event: APIGatewayProxyWithLambdaAuthorizerEvent<CallerContext>,
): Promise<APIGatewayProxyResult> {
  const route = routes.get(event.path);
  if (route === undefined) return { statusCode: 404, body: "" };
  const { statusCode = 200, headers = {}, body = "" } = answerWith(route, event.requestContext.authorizer);
  return { statusCode, headers, body };
}
