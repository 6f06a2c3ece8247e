const INDENT = "  ";

/**
 * A declaration with two spaces for each open brace, `;` behind every member and alias, and comments of one
 * line in one line. For the flat output of json-schema-to-typescript and `printType`, whose lines break only
 * in comments, behind `{`, behind a member, and before `|`.
 */
export function indentDeclarations(source: string): string {
  const lines = source.split("\n");
  const isInterface = lines.some((line) => line.startsWith("export interface "));
  const written: string[] = [];
  let depth = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trimEnd() ?? "";
    if (line === "/**") {
      const end = lines.indexOf(" */", at);
      written.push(...indentComment(lines.slice(at + 1, end), INDENT.repeat(depth)));
      at = end;
      continue;
    }
    const isAlternative = line.startsWith("| ");
    const outer = line.startsWith("}") ? depth - 1 : depth;
    depth += countBraces(line);
    const isContinued = line.endsWith("{") || (lines[at + 1] ?? "").startsWith("| ");
    const endsInterface = isInterface && depth === 0;
    // A comment of one line comes from `printType` as it is.
    const end = line === "" || isContinued || endsInterface || line.startsWith("/** ") ? "" : ";";
    written.push(`${INDENT.repeat(isAlternative ? outer + 1 : outer)}${line}${end}`);
  }
  return written.join("\n");
}

/** @param lines - the lines between the marks that open and close the comment */
function indentComment(lines: readonly string[], indent: string): readonly string[] {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return [`${indent}/** ${only.replace(/^ \* ?/, "")} */`];
  return ["/**", ...lines, " */"].map((line) => `${indent}${line}`.trimEnd());
}

/** Braces opened less braces closed, those in string and template literals left out. */
function countBraces(line: string): number {
  if (line.startsWith("/** ")) return 0;
  let balance = 0;
  for (const [token] of line.matchAll(/"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[{}]/g)) {
    if (token === "{") balance++;
    else if (token === "}") balance--;
  }
  return balance;
}
