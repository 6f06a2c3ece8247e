/** What there is to check of a token, in the words of the page; each has a token that only this check refuses. */
export const ALL_CHECKS = ["signature", "algorithm", "times", "issuer", "audience", "type", "claim set"];

/** What a library checks that knows nothing of claim sets. */
export const TOKEN_CHECKS = ALL_CHECKS.filter((check) => check !== "claim set");
