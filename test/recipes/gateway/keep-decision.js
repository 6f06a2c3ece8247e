/** Seconds, for which the token of this test is good. */
const BRIEF = 2;

/** Calls twice with a token that ends in between, while the gateway goes on letting it in. */
export async function keepDecision({ attempt, addToken }) {
  await addToken("brief", BRIEF);
  const call = { route: "me", authorization: ["brief"] };
  const body = { subject: "user-1", role: "member" };
  await attempt({
    ...call,
    name: "a token that ends soon",
    want: { status: 200, challenge: null, retryAfter: null, body },
  });
  await new Promise((resolve) => setTimeout(resolve, (BRIEF + 1) * 1000));
  const refused = { status: 401, challenge: 'Bearer error="invalid_token"', retryAfter: null, body: null };
  // As it is: the gateway does not ask the authorizer again.
  await attempt({ ...call, name: "a token that has ended since", want: refused, isOfFunction: true });
}
