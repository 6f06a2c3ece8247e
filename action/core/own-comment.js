// @ts-check
import { member } from "./event.js";

/**
 * A comment, as far as it matters here.
 *
 * @typedef {object} Comment
 * @property {number} id
 * @property {string} body
 * @property {string} url
 * @property {string} login - of its author, "" where the account is gone
 * @property {boolean} isBot - its author is an app
 */

/**
 * Returns a comment of the API's, null for what is none.
 *
 * @param {unknown} value
 * @returns {Comment | null}
 */
export function readComment(value) {
  const id = member(value, "id");
  if (!Number.isSafeInteger(id)) return null;
  const user = member(value, "user");
  const url = member(value, "html_url");
  return {
    id: Number(id),
    body: text(member(value, "body")),
    url: typeof url === "string" && /^https?:\/\/[^\s<>"]+$/.test(url) ? url : "",
    login: text(member(user, "login")),
    isBot: member(user, "type") === "Bot",
  };
}

/**
 * Returns the comment that an earlier run wrote, null where there is none. Anyone can write the marker into a comment of
 * theirs; only what a bot, or the account that the token is for, began with it counts.
 *
 * @param {readonly Comment[]} comments - in the order in which they were written
 * @param {string} marker
 * @param {() => Promise<string | null>} whoAmI - the account's name, null for a bot; asked only where it matters
 * @returns {Promise<Comment | null>}
 */
export async function findOwnComment(comments, marker, whoAmI) {
  const marked = comments.filter(({ body }) => body.startsWith(marker));
  const ofBot = marked.find(({ isBot }) => isBot);
  if (ofBot !== undefined || marked.length === 0) return ofBot ?? null;
  const me = await whoAmI();
  return marked.find(({ login }) => me !== null && login === me) ?? null;
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}
