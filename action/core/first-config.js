// @ts-check

/**
 * Returns whether a comparison found no config in the base because the change brings the first one. A config that was
 * there under another path has moved, and what the move breaks was not looked at.
 *
 * @param {string} complaint - of `claimsmith diff`
 * @param {string} base - the id of the commit
 * @param {readonly string[]} removed - the JSON files of the base that the work tree no longer has
 */
export function isFirstConfig(complaint, base, removed) {
  const start = `error [config_not_found] The revision "${base}" has no `;
  return complaint.startsWith(start) && !removed.some(looksLikeConfig);
}

/** @param {string} text */
function looksLikeConfig(text) {
  return /"tokens"\s*:/.test(text) && /"package"\s*:/.test(text);
}
