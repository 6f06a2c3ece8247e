import { toJavaScript } from "./javascript-literal.js";
import type { RuntimeImports } from "./runtime-imports.js";

/** What the code of a first pass names outside of its functions: constants, functions, and what it takes from the runtime. */
export class PredicateScope {
  /** Declarations of constants and functions. */
  readonly lines: string[] = [];
  readonly #labels: Map<string, string>;
  readonly #imports: RuntimeImports;
  #functions = 0;

  /**
   * @param labels - of constants that are declared already, by the text of what they stand for
   * @param imports - what the code needs is added here
   */
  constructor(labels: ReadonlyMap<string, string>, imports: RuntimeImports) {
    this.#labels = new Map(labels);
    this.#imports = imports;
  }

  /** The labels of all constants, by the text of what they stand for. */
  get labels(): ReadonlyMap<string, string> {
    return this.#labels;
  }

  /** The label of a constant, declared where no equal one is. */
  constant(text: string): string {
    const known = this.#labels.get(text);
    if (known !== undefined) return known;
    const label = `const${this.#labels.size}`;
    this.#labels.set(text, label);
    this.lines.push(`const ${label} = ${text};`);
    return label;
  }

  /** A function of runtime/claims/first-pass.ts. */
  helper(name: string): string {
    this.#imports.firstPass.add(name);
    return name;
  }

  /** A predicate of runtime/claims/formats.ts. */
  format(name: string): string {
    this.#imports.formats.add(name);
    return name;
  }

  /** `equal` or `ucs2length` of the runtime. */
  validation(name: "equal" | "ucs2length"): string {
    this.#imports.validation.add(name);
    return name;
  }

  /** A function of runtime/claims/faults.ts. */
  fault(name: string): string {
    this.#imports.faults.add(name);
    return name;
  }

  /** A name for one more function. */
  newFunction(): string {
    return `is${this.#functions++}`;
  }
}

/** The text that reads a member of a variable. */
export function memberOf(variable: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${variable}.${name}` : `${variable}[${toJavaScript(name)}]`;
}
