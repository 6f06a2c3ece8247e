// @ts-check

/**
 * Returns a Markdown text that is no longer than a limit: whole lines of it, what was open closed, and a last line that
 * says where the rest is. A text within the limit comes back as it is.
 *
 * @param {string} markdown
 * @param {{ limit: number, lengthOf: (text: string) => number, rest: string }} options - `rest` is Markdown
 */
export function shorten(markdown, { limit, lengthOf, rest }) {
  if (lengthOf(markdown) <= limit) return markdown;
  const lines = markdown.split("\n");
  // Room for the last sentence and for closing a block, whose fence is as long as the longest run of back-ticks.
  let room = limit - lengthOf(`\n\n${rest}\n`);
  /** @type {string[]} */
  const kept = [];
  /** @type {{ text: string, kept: number }} */
  let best = { text: "", kept: 0 };
  /** @type {string[]} */
  let open = [];
  for (const line of lines) {
    room -= lengthOf(`${line}\n`);
    kept.push(line);
    open = stillOpen(open, line);
    const end = open.toReversed().join("\n\n");
    if (room < 0) break;
    if (room - lengthOf(`\n\n${end}`) >= 0) best = { text: end, kept: kept.length };
  }
  const body = kept.slice(0, best.kept).join("\n").replace(/\\$/, "").trimEnd();
  return `${[body, best.text, rest].filter((part) => part !== "").join("\n\n")}\n`;
}

/**
 * What has to be closed after a line: blocks to unfold, and in the last place a fence.
 *
 * @param {readonly string[]} open
 * @param {string} line
 * @returns {string[]}
 */
function stillOpen(open, line) {
  const last = open.at(-1);
  const isFenced = last?.startsWith("`") ?? false;
  if (isFenced) return line === last ? open.slice(0, -1) : [...open];
  const [mark] = /^`{3,}/.exec(line) ?? [];
  if (mark !== undefined) return [...open, mark];
  if (line.startsWith("<details>")) return [...open, "</details>"];
  return line === "</details>" ? open.slice(0, -1) : [...open];
}
