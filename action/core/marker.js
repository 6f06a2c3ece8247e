// @ts-check

/** With such a comment begins what claimsmith prints with `--format markdown`. */
const COMMAND_MARKER = /^<!-- claimsmith-(?:diff|lint) -->\s*/;

/**
 * Returns the hidden comment by which the action finds its own report of a config again. A repository may have several
 * configs, each with a report of its own.
 *
 * @param {string} config - its path from the repository's root
 */
export function markerOf(config) {
  // In an HTML comment `--` and `>` would end it.
  const name = encodeURIComponent(config.replace(/\p{Cs}/gu, "\ufffd"))
    .replaceAll("%2F", "/")
    .replaceAll("-", "%2D");
  return `<!-- claimsmith-diff ${name} -->`;
}

/**
 * Returns the Markdown of a command without the marker of the command line, which names no config.
 *
 * @param {string} markdown
 */
export function withoutMarker(markdown) {
  return markdown.replace(COMMAND_MARKER, "");
}
