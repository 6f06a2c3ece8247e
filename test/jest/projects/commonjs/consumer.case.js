const { verifyAccessToken } = require("@acme/claims");
const { describeAccessTokenConsumer, exampleAccessTokenClaims } = require("@acme/claims/testing");

it("has an example", () => {
  expect(typeof exampleAccessTokenClaims().sub).toBe("string");
});

describeAccessTokenConsumer((token, issuer) => verifyAccessToken(token, { key: issuer.key }));
