// @ts-check

/**
 * What the event that started the workflow says of the base.
 *
 * @typedef {object} Event
 * @property {string} name - such as `pull_request`
 * @property {number | null} pullRequest - its number
 * @property {string | null} head - the commit at the head of the pull request
 * @property {string | null} base - the commit that the change is made to, as the event knows it
 * @property {boolean} isFork - the pull request comes from another repository
 */

/**
 * Returns what an event says, null for whatever it does not.
 *
 * @param {string} name - such as `pull_request`
 * @param {unknown} payload - parsed
 * @returns {Event}
 */
export function readEvent(name, payload) {
  const pull = member(payload, "pull_request");
  const head = member(pull, "head");
  const base = member(pull, "base");
  const number = member(pull, "number");
  const isPull = pull !== undefined;
  const headRepository = member(member(head, "repo"), "full_name");
  return {
    name,
    pullRequest: Number.isSafeInteger(number) ? Number(number) : null,
    head: commit(member(head, "sha")),
    base: isPull
      ? commit(member(base, "sha"))
      : (commit(member(member(payload, "merge_group"), "base_sha")) ?? commit(member(payload, "before"))),
    // The repository of a fork may be gone.
    isFork: isPull && headRepository !== member(member(base, "repo"), "full_name"),
  };
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown}
 */
export function member(value, name) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** @param {unknown} value */
function commit(value) {
  const isCommit = typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) && !/^0+$/.test(value);
  return isCommit ? value : null;
}
