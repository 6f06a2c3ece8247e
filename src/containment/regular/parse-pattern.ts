import { type CharSet, charSet, charsThatMatch, complementOf, ignoreCase } from "./char-set.js";

/** A regular expression as a tree. */
export type Expression =
  | { readonly kind: "char"; readonly set: CharSet }
  | { readonly kind: "sequence"; readonly parts: readonly Expression[] }
  | { readonly kind: "choice"; readonly parts: readonly Expression[] }
  | { readonly kind: "repeat"; readonly part: Expression; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

const DIGIT: CharSet = [[0x30, 0x39]];
const WORD: CharSet = charSet([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]);
const SPACE: CharSet = charSet([
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);
const LINE_END: CharSet = charSet([
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
]);

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, "0": 0 };
const MOST_REPEATS = 1_000;
const DEEPEST = 200;

/** An expression that no finite automaton of ours decides, or that we do not read. */
class Unreadable extends RangeError {}

/**
 * The tree of a regular expression of ECMA-262 that the engine accepts. Null where it uses what is beyond a
 * finite automaton, or rarely used: look-around, word boundaries, back references, modifiers.
 */
export function parsePattern(pattern: string, isCaseIgnored = false): Expression | null {
  try {
    return new PatternParser(pattern, isCaseIgnored).parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class PatternParser {
  readonly #chars: readonly string[];
  readonly #isCaseIgnored: boolean;
  #index = 0;
  #depth = 0;

  constructor(pattern: string, isCaseIgnored: boolean) {
    this.#chars = [...pattern];
    this.#isCaseIgnored = isCaseIgnored;
  }

  parse(): Expression {
    const expression = this.#choice();
    if (this.#index < this.#chars.length) throw new Unreadable();
    return expression;
  }

  #choice(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unreadable();
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    this.#depth -= 1;
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "choice", parts };
  }

  #sequence(): Expression {
    const parts: Expression[] = [];
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek()) {
      parts.push(this.#quantified(this.#atom()));
    }
    return { kind: "sequence", parts };
  }

  #quantified(part: Expression): Expression {
    const [minimum, maximum] = this.#quantifier() ?? [1, 1];
    if (minimum === 1 && maximum === 1) return part;
    if (part.kind === "start" || part.kind === "end") throw new Unreadable();
    this.#take("?");
    if (minimum > MOST_REPEATS || (maximum > MOST_REPEATS && maximum !== Number.POSITIVE_INFINITY)) {
      throw new Unreadable();
    }
    return { kind: "repeat", part, minimum, maximum };
  }

  #quantifier(): readonly [number, number] | null {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    if (this.#peek() !== "{") return null;
    const end = this.#chars.indexOf("}", this.#index);
    const limits = /^(\d+)(,?)(\d*)$/.exec(this.#chars.slice(this.#index + 1, end).join(""));
    // Outside of Unicode mode a brace may stand for itself.
    if (limits === null) throw new Unreadable();
    this.#index = end + 1;
    const minimum = Number(limits[1]);
    if (limits[2] === "") return [minimum, minimum];
    return [minimum, limits[3] === "" ? Number.POSITIVE_INFINITY : Number(limits[3])];
  }

  #atom(): Expression {
    const char = this.#next();
    switch (char) {
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case ".":
        return { kind: "char", set: complementOf(LINE_END) };
      case "(":
        return this.#group();
      case "[":
        return this.#char(this.#class());
      case "\\":
        return this.#char(this.#escape(false));
      default:
        return this.#char(this.#isCaseIgnored ? ignoreCase(single(char)) : single(char));
    }
  }

  #char(set: CharSet): Expression {
    return { kind: "char", set };
  }

  #group(): Expression {
    if (this.#take("?")) {
      if (this.#take("<")) {
        const first = this.#peek();
        if (first === "=" || first === "!") throw new Unreadable();
        this.#index = this.#chars.indexOf(">", this.#index) + 1;
      } else if (!this.#take(":")) throw new Unreadable();
    }
    const inner = this.#choice();
    if (!this.#take(")")) throw new Unreadable();
    return inner;
  }

  #class(): CharSet {
    const isNegated = this.#take("^");
    const ranges: (readonly [number, number])[] = [];
    while (!this.#take("]")) {
      const from = this.#classAtom();
      if (this.#peek() === "-" && this.#chars[this.#index + 1] !== "]") {
        this.#next();
        const to = this.#classAtom();
        const [first, last] = [from[0]?.[0], to[0]?.[0]];
        if (!isSingle(from) || !isSingle(to) || first === undefined || last === undefined) throw new Unreadable();
        ranges.push([first, last]);
      } else ranges.push(...from);
    }
    const set = this.#isCaseIgnored ? ignoreCase(charSet(ranges)) : charSet(ranges);
    return isNegated ? complementOf(set) : set;
  }

  #classAtom(): CharSet {
    const char = this.#next();
    // Which letters beyond ASCII are one letter in two cases is not known here.
    if (this.#isCaseIgnored && char > "\x7f") throw new Unreadable();
    return char === "\\" ? this.#escape(true) : single(char);
  }

  #escape(isInClass: boolean): CharSet {
    const char = this.#next();
    switch (char) {
      case "d":
        return DIGIT;
      case "D":
        return complementOf(DIGIT);
      case "w":
        return WORD;
      case "W":
        return complementOf(WORD);
      case "s":
        return SPACE;
      case "S":
        return complementOf(SPACE);
      case "p":
      case "P":
        return this.#property(char);
      case "x":
        return this.#codePoint(this.#hex(2));
      case "u":
        return this.#unicode();
      case "c":
        return this.#codePoint((this.#next().codePointAt(0) ?? 0) % 32);
      case "b":
        if (isInClass) return this.#codePoint(8);
        throw new Unreadable();
      default:
        break;
    }
    const control = Object.hasOwn(CONTROLS, char) ? CONTROLS[char] : undefined;
    if (control !== undefined) return this.#codePoint(control);
    if (/[\dA-Za-z]/.test(char)) throw new Unreadable();
    return single(char);
  }

  #property(letter: string): CharSet {
    const end = this.#chars.indexOf("}", this.#index);
    const name = this.#chars.slice(this.#index, end + 1).join("");
    this.#index = end + 1;
    const text = `\\${letter}${name}`;
    let set = properties.get(text);
    if (set === undefined) {
      set = charsThatMatch(new RegExp(`^${text}$`, "u"));
      properties.set(text, set);
    }
    return set;
  }

  #unicode(): CharSet {
    if (!this.#take("{")) {
      const unit = this.#hex(4);
      const isPair = unit >= 0xd800 && unit <= 0xdbff && this.#peek() === "\\" && this.#chars[this.#index + 1] === "u";
      if (!isPair) return this.#codePoint(unit);
      this.#index += 2;
      const low = this.#hex(4);
      if (low < 0xdc00 || low > 0xdfff) throw new Unreadable();
      return this.#codePoint((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
    }
    const end = this.#chars.indexOf("}", this.#index);
    return this.#codePoint(this.#hex(end - this.#index, 1));
  }

  #hex(digits: number, beyond = 0): number {
    const text = this.#chars.slice(this.#index, this.#index + digits).join("");
    if (!/^[0-9A-Fa-f]+$/.test(text)) throw new Unreadable();
    this.#index += digits + beyond;
    return Number.parseInt(text, 16);
  }

  #codePoint(code: number): CharSet {
    return [[code, code]];
  }

  #peek(): string | undefined {
    return this.#chars[this.#index];
  }

  #next(): string {
    const char = this.#chars[this.#index];
    if (char === undefined) throw new Unreadable();
    this.#index += 1;
    return char;
  }

  #take(char: string): boolean {
    if (this.#chars[this.#index] !== char) return false;
    this.#index += 1;
    return true;
  }
}

const properties = new Map<string, CharSet>();

function single(char: string): CharSet {
  const code = char.codePointAt(0) ?? 0;
  return [[code, code]];
}

function isSingle(set: CharSet): boolean {
  return set.length === 1 && set[0]?.[0] === set[0]?.[1];
}
