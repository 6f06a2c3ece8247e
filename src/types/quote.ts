/** Characters that end lines, that cannot be seen, or that turn the direction of what follows. */
const UNSAFE_IN_SOURCE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text as a double-quoted TypeScript string, safe in any source file. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(UNSAFE_IN_SOURCE, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
