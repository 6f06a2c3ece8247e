/**
 * What API Gateway makes of a wanted answer: where the authorizer refuses, the gateway answers with a status and a message of
 * its own, and without a challenge. What the function answers stays.
 */
export function answerOfGateway({ want, authorization, isOfFunction }, { refused: [status, message], failed }) {
  if (isOfFunction === true) return want;
  if (want.status === 503) return { status: 500, challenge: null, retryAfter: null, body: { message: failed } };
  if (want.status !== 401 && want.status !== 400) return want;
  if (authorization.length === 0) return byGateway(401, "Unauthorized");
  return byGateway(status, message);
}

/** Whether the reason of a refusal is in the log: where no token was sent, nobody was asked. */
export function isLogged({ authorization }) {
  return authorization.length > 0;
}

function byGateway(status, message) {
  return { status, challenge: null, retryAfter: null, body: { message } };
}
