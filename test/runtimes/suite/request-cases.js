const URL_OF_API = "https://api.acme.example/invoices";

/** Requests of the runtime's own `Request` and `Headers`, and how they are to be answered: status, code and challenge. */
export function requestCases({ claims: { authenticateAccessToken, createAccessTokenVerifier }, fixture }) {
  const { now } = fixture;
  const key = fixture.keys["P-256"].own.public;
  const tokenOf = (wanted) => fixture.tokens.find(({ kind, name }) => kind === "accessToken" && name === wanted).token;
  const good = tokenOf("good");
  const answer =
    (request, options = { key }) =>
    () =>
      answerOf(() => authenticateAccessToken(request, { now, ...options }));
  const withHeader = (value) => new Request(URL_OF_API, { headers: { authorization: value } });
  // A page must not set the cookies of a Request, and may set those of Headers.
  const withCookie = (value) => new Headers({ cookie: value });
  const cookie = { key, cookie: "__Host-token" };
  const invalid = (code) => `401 ${code} Bearer error="invalid_token"`;
  const cases = [
    ["a Request", answer(withHeader(`Bearer ${good}`)), "header u1"],
    ["Headers", answer(new Headers({ Authorization: `Bearer ${good}` })), "header u1"],
    ["the scheme in other letters", answer(withHeader(`bEARER ${good}`)), "header u1"],
    ["a verifier", answer(withHeader(`Bearer ${good}`), { verifier: createAccessTokenVerifier({ key }) }), "header u1"],
    ["no token", answer(new Request(URL_OF_API)), "401 missing_token Bearer"],
    ["another scheme", answer(withHeader("Basic dTpw")), "401 unsupported_scheme Bearer"],
    ["DPoP", answer(withHeader(`DPoP ${good}`)), "401 dpop_not_supported Bearer"],
    ["an empty token", answer(withHeader("Bearer")), '400 invalid_request Bearer error="invalid_request"'],
    ["the header twice", answer(twice(good)), '400 invalid_request Bearer error="invalid_request"'],
    ["an expired token", answer(withHeader(`Bearer ${tokenOf("expired")}`)), invalid("expired")],
    ["another issuer", answer(withHeader(`Bearer ${tokenOf("another issuer")}`)), invalid("issuer_mismatch")],
    ["a header of a megabyte", answer(withHeader(`Bearer ${"a".repeat(1_000_000)}`)), invalid("token_too_large")],
    ["a cookie", answer(withCookie(`a=b; __Host-token=${good}; c="d"`), cookie), "cookie u1"],
    ["no such cookie", answer(withCookie("a=b"), cookie), "401 missing_token Bearer"],
    ["a cookie that was not asked for", answer(withCookie(`__Host-token=${good}`)), "401 missing_token Bearer"],
    ["what is no request", answer({ headers: { authorization: `Bearer ${good}` } }), "TypeError"],
  ];
  return cases.map(([name, run, want]) => ({ name: `requests: ${name}`, run, want }));
}

function twice(token) {
  const headers = new Headers({ authorization: `Bearer ${token}` });
  headers.append("authorization", `Bearer ${token}`);
  return new Request(URL_OF_API, { headers });
}

async function answerOf(authenticate) {
  try {
    const { source, claims } = await authenticate();
    return `${source} ${claims.sub}`;
  } catch (error) {
    return error.name === "AuthenticationError" ? `${error.status} ${error.code} ${error.challenge}` : error.name;
  }
}
