import { verifyAccessToken } from "@acme/claims";
import { describeAccessTokenConsumer } from "@acme/claims/testing";

await describeAccessTokenConsumer(async (token, issuer) => {
  try {
    return await verifyAccessToken(token, { key: issuer.key });
  } catch (error) {
    if (error.code !== "audience_mismatch") throw error;
  }
});
