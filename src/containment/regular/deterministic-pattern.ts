import { type CharSet, charSet } from "./char-set.js";
import { type Expression, parsePattern } from "./parse-pattern.js";

/**
 * Says whether each character of a text leaves a pattern at most one way to go on, so that matching takes linear time:
 * held at its start, alternatives begin with different characters, and what repeats begins with other characters than
 * what follows. No for many that are linear as well.
 */
export function isDeterministicPattern(pattern: string): boolean {
  const expression = parsePattern(pattern);
  if (expression?.kind !== "sequence") return false;
  const [start, ...parts] = expression.parts;
  return start?.kind === "start" && isDeterministic({ kind: "sequence", parts }, []);
}

/** @param follow - the characters with which a text can go on after the expression */
function isDeterministic(expression: Expression, follow: CharSet): boolean {
  switch (expression.kind) {
    case "char":
    case "start":
    case "end":
      return true;
    case "sequence":
      return expression.parts.every((part, at) =>
        isDeterministic(part, firstOfAll(expression.parts.slice(at + 1), follow)),
      );
    case "choice":
      return isChoiceClear(expression.parts, follow) && expression.parts.every((part) => isDeterministic(part, follow));
    case "repeat": {
      const { part, minimum, maximum } = expression;
      if (isNullable(part)) return false;
      const first = firstOf(part);
      if (minimum < maximum && meet(first, follow)) return false;
      return isDeterministic(part, maximum > 1 ? charSet([...first, ...follow]) : follow);
    }
  }
}

function isChoiceClear(parts: readonly Expression[], follow: CharSet): boolean {
  if (parts.filter(isNullable).length > 1) return false;
  const begins = parts.map((part) => firstOfAll([part], follow));
  return begins.every((begin, at) => begins.slice(at + 1).every((other) => !meet(begin, other)));
}

/** The characters with which a row of expressions can begin. */
function firstOfAll(parts: readonly Expression[], follow: CharSet): CharSet {
  const end = parts.findIndex((part) => !isNullable(part));
  const shown = end < 0 ? parts : parts.slice(0, end + 1);
  return charSet([...shown.flatMap(firstOf), ...(end < 0 ? follow : [])]);
}

function firstOf(expression: Expression): CharSet {
  switch (expression.kind) {
    case "char":
      return expression.set;
    case "start":
    case "end":
      return [];
    case "sequence":
      return firstOfAll(expression.parts, []);
    case "choice":
      return charSet(expression.parts.flatMap(firstOf));
    case "repeat":
      return expression.maximum === 0 ? [] : firstOf(expression.part);
  }
}

function isNullable(expression: Expression): boolean {
  switch (expression.kind) {
    case "char":
      return false;
    case "start":
    case "end":
      return true;
    case "sequence":
      return expression.parts.every(isNullable);
    case "choice":
      return expression.parts.some(isNullable);
    case "repeat":
      return expression.minimum === 0 || isNullable(expression.part);
  }
}

function meet(one: CharSet, other: CharSet): boolean {
  return one.some(([first, last]) => other.some(([from, to]) => first <= to && from <= last));
}
