import { verifyAccessToken } from "@acme/claims";
import { describeAccessTokenConsumer } from "@acme/claims/testing";

await describeAccessTokenConsumer((token, issuer) => verifyAccessToken(token, { key: issuer.key }));
