// @ts-check

/**
 * That the API cannot be asked, or answers with what is no answer. Its message holds neither the token nor the answer.
 */
export class ApiError extends Error {
  /**
   * @param {string} message - a sentence
   * @param {number | null} status - null where there was none
   */
  constructor(message, status = null) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/**
 * Returns a function that asks the API of GitHub, and throws an `ApiError` for every status but 2xx.
 *
 * @param {{ url: string, token: string, timeoutMs: number, signal: AbortSignal }} options - `timeoutMs` is for each
 *   request, `signal` ends them all
 */
export function openApi({ url, token, timeoutMs, signal }) {
  if (url === "") throw new ApiError("GITHUB_API_URL is empty.");
  // A header refuses some characters with a message that quotes it whole.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError("The input `token` is no token.");

  /**
   * @param {"GET" | "POST" | "PATCH"} method
   * @param {string} path - begins with `/`
   * @param {unknown} [content]
   * @returns {Promise<unknown>} the parsed body
   */
  return async function ask(method, path, content) {
    const request = {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "user-agent": "claimsmith-action",
        "x-github-api-version": "2022-11-28",
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    };
    const { status, text } = await send(`${url.replace(/\/+$/, "")}${path}`, request);
    if (status < 200 || status > 299)
      throw new ApiError(`The API answered ${method} with the status ${status}.`, status);
    try {
      return JSON.parse(text);
    } catch {
      throw new ApiError(`The answer of the API to ${method} is no JSON.`);
    }
  };
}

/**
 * @param {string} url
 * @param {RequestInit} request
 */
async function send(url, request) {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const isLate = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
    throw new ApiError(isLate ? "The API did not answer in time." : "The API cannot be reached.");
  }
}
