import { outcomeOf } from "./outcome.js";

const ROLE = "https://acme.example/claims/role";
const OWN = { sub: "u1", client_id: "web", aud: "https://api.acme.example", [ROLE]: "member" };

/** Issue, the validators and the Standard Schema, without a signature to check. */
export function claimCases({ claims, fixture }) {
  const { now } = fixture;
  const key = fixture.keys["P-256"].own.private;
  const issue = (value, options = {}) => outcomeOf(() => claims.issueAccessToken(value, { key, now, ...options }));
  const whole = { ...OWN, iss: "https://auth.acme.example", jti: "j1", iat: now, exp: now + 60 };
  const standard = claims.accessTokenSchema["~standard"];
  const issuesOf = ({ issues = [] }) => issues.map(({ message }) => message.slice(0, 5)).join(",");
  const cases = [
    ["issue: good claims", () => issue(OWN), "accepted"],
    ["issue: an undeclared claim", () => issue({ ...OWN, extra: 1 }), "invalid_claims unknown:extra"],
    ["issue: a missing claim", () => issue({ ...OWN, sub: undefined }), "invalid_claims missing:sub"],
    ["issue: a claim by another name", () => issue(renamed()), "invalid_claims misnamed:role"],
    ["issue: what JSON cannot hold", () => issue({ ...OWN, [ROLE]: 1n }), `invalid_claims invalid:${ROLE}`],
    ["issue: a circle", () => issue(circle()), "invalid_claims invalid:x"],
    ["issue: longer than the lifetime", () => issue(OWN, { expiresIn: "16m" }), "lifetime_exceeded"],
    ["issue: another audience", () => issue({ ...OWN, aud: "https://evil.example" }), "audience_mismatch"],
    ["issue: an algorithm of no policy", () => issue(OWN, { algorithm: "HS256" }), "algorithm_not_allowed"],
    ["issue: an option that is none", () => issue(OWN, { expires: "1m" }), "invalid_option"],
    [
      "validate: good claims",
      () => JSON.stringify(claims.validateAccessTokenClaims(whole).value),
      JSON.stringify(whole),
    ],
    ["validate: all that is wrong", () => found(claims.validateAccessTokenClaims({})), wantMissing(whole)],
    ["is: good claims", () => String(claims.isAccessTokenClaims(whole)), "true"],
    ["is: bad claims", () => String(claims.isAccessTokenClaims({ ...whole, sub: 1 })), "false"],
    ["Standard Schema: good claims", async () => issuesOf(await standard.validate(whole)), ""],
    ["Standard Schema: bad claims", async () => issuesOf(await standard.validate({ ...whole, sub: 1 })), "Claim"],
    ["strip: what is undeclared is gone", strip, "aud,exp,iat,iss,sub"],
  ];
  return cases.map(([name, run, want]) => ({ name, run, want }));

  async function strip() {
    const { token } = fixture.tokens.find(({ kind }) => kind === "strippedToken");
    const { claims: read } = await claims.verifyStrippedToken(token, { key: fixture.keys["P-256"].own.public, now });
    return Object.keys(read).sort().join();
  }
}

function found({ issues }) {
  return issues
    .map(({ code, claim }) => `${code}:${claim}`)
    .sort()
    .join();
}

function wantMissing(whole) {
  return Object.keys(whole)
    .map((name) => `missing:${name}`)
    .sort()
    .join();
}

function renamed() {
  const { [ROLE]: role, ...rest } = OWN;
  return { ...rest, role };
}

function circle() {
  const x = {};
  x.x = x;
  return { ...OWN, x };
}
