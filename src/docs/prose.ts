/** Characters of a text in a table, about. */
const LONGEST_SUMMARY = 240;

/** The paragraphs of a text, which blank lines part. At least one. */
export function paragraphsOf(text: string): readonly string[] {
  return text.trim().split(/\n[^\S\n]*\n\s*/);
}

/** What a text says first, short enough for a table: its first paragraph, or as many whole sentences or words of it as fit. */
export function summaryOf(text: string): string {
  const [first = ""] = paragraphsOf(text);
  const isAll = first.length === text.trim().length;
  if (first.length <= LONGEST_SUMMARY) return isAll ? first : `${first} …`;
  const start = first.slice(0, LONGEST_SUMMARY);
  const sentence = start.search(/[.!?。](?=\s[^.!?。]*$)/);
  const end = sentence > LONGEST_SUMMARY / 3 ? sentence + 1 : start.search(/\s\S*$/);
  // A half of a pair is no character.
  return `${(end > 0 ? start.slice(0, end) : start.replace(/[\ud800-\udbff]$/, "")).trimEnd()} …`;
}
