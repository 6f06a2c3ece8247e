/**
 * Names that resemble a registered one and that many systems use on purpose for something else, so that the
 * resemblance alone is no mistake: `role` is a single role beside the registered list `roles`, `scp` and `upn` are
 * names of Entra ID and Okta, `image` may be a container's, `url` and `created_at` belong to whatever the claim is about.
 */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set([
  "addr",
  "appid",
  "authorities",
  "cid",
  "client",
  "created",
  "createdAt",
  "created_at",
  "event",
  "expires_in",
  "group",
  "homepage",
  "image",
  "lastUpdated",
  "last_updated",
  "login",
  "mobile",
  "principal",
  "recipient",
  "role",
  "scp",
  "session",
  "session_state",
  "transaction",
  "updated",
  "updatedAt",
  "upn",
  "url",
  "user",
  "user_name",
  "username",
  "verified",
]);

/**
 * Names that say "an identifier of the user" or "the id of something", where whether the registered claim is meant only the
 * organization knows: an application may number its users itself, beside `sub`.
 */
export const LOCAL_IDENTIFIERS: ReadonlySet<string> = new Set([
  "UserId",
  "principalId",
  "subjectId",
  "subject_id",
  "transactionId",
  "transaction_id",
  "uid",
  "userId",
  "user_id",
  "user_uuid",
  "userid",
]);
