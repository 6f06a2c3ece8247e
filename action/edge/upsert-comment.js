// @ts-check
import { member } from "../core/event.js";
import { findOwnComment, readComment } from "../core/own-comment.js";
import { ApiError } from "./github-api.js";

/** @typedef {ReturnType<typeof import("./github-api.js").openApi>} Ask */
/** @typedef {import("../core/own-comment.js").Comment} Comment */

/** Comments that one page of the API holds at most. */
const PAGE = 100;
/** GitHub takes no more than 2 500 comments on an issue. */
const MAX_PAGES = 30;

/**
 * Writes the report of a config into the one comment that it has on a pull request: a new one the first time, and then
 * only where there is something to say.
 *
 * @param {Ask} ask
 * @param {{ repository: string, number: number, marker: string, body: string, isWorthNew: boolean }} comment
 * @returns {Promise<{ url: string, did: "wrote" | "updated" | "kept" | "nothing" }>}
 */
export async function upsertComment(ask, { repository, number, marker, body, isWorthNew }) {
  const issue = `/repos/${repository}/issues`;
  const own = await findOwnComment(await listComments(ask, `${issue}/${number}/comments`), marker, () => whoAmI(ask));
  // GitHub stores other line ends than it is sent.
  if (own !== null && own.body.replaceAll("\r\n", "\n").trim() === body.trim()) return { url: own.url, did: "kept" };
  if (own !== null) {
    const updated = await update(ask, `${issue}/comments/${own.id}`, body);
    if (updated !== null) return { url: updated.url, did: "updated" };
  }
  if (own === null && !isWorthNew) return { url: "", did: "nothing" };
  const written = readComment(await ask("POST", `${issue}/${number}/comments`, { body }));
  return { url: written?.url ?? "", did: "wrote" };
}

/**
 * @param {Ask} ask
 * @param {string} path
 * @returns {Promise<Comment[]>}
 */
async function listComments(ask, path) {
  /** @type {Comment[]} */
  const comments = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const list = await ask("GET", `${path}?per_page=${PAGE}&page=${page}`);
    if (!Array.isArray(list)) throw new ApiError("The answer of the API is no list of comments.");
    comments.push(...list.map(readComment).filter((comment) => comment !== null));
    if (list.length < PAGE) break;
  }
  return comments;
}

/**
 * The updated comment, null where somebody has deleted it meanwhile.
 *
 * @param {Ask} ask
 * @param {string} path
 * @param {string} body
 */
async function update(ask, path, body) {
  try {
    return readComment(await ask("PATCH", path, { body }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/**
 * The account that the token is for; a workflow's own token is no account's, and may not ask.
 *
 * @param {Ask} ask
 */
async function whoAmI(ask) {
  try {
    const login = member(await ask("GET", "/user"), "login");
    return typeof login === "string" ? login : null;
  } catch (error) {
    if (error instanceof ApiError && error.status !== null) return null;
    throw error;
  }
}
