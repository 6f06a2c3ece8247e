import { UsageError } from "../errors.js";
import { quoteText } from "../text/quote-text.js";

/** What an option holds; a list of texts are those that it can be. What is `other` is judged by whoever reads it. */
export type OptionForm = keyof typeof FORMS | readonly string[];

/** The forms of all options of a function: of each one, whether it has to be there too. */
export type OptionForms<Options> = {
  readonly [Name in keyof Required<Options>]: object extends Pick<Options, Name>
    ? OptionForm
    : { readonly needed: OptionForm };
};

const FORMS = {
  text: "a text",
  texts: "a list of texts",
  number: "a number",
  switch: "true or false",
  function: "a function",
  other: "something else",
} as const;

/**
 * Refuses options that TypeScript would refuse: programs in JavaScript have no other check, and an option that is misspelt or
 * has no meaning would silently do nothing.
 *
 * @param call - the name of the function, for messages
 * @throws {UsageError} `invalid_option`
 */
export function checkOptions<Options extends object>(
  call: string,
  options: Options,
  forms: OptionForms<Options>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new UsageError("invalid_option", `\`${call}\` takes its options as an object.`, {
      hint: `Write for example \`${call}({ cwd: "packages/contract" })\`.`,
    });
  }
  const known = new Map<string, OptionForm | { readonly needed: OptionForm }>(Object.entries(forms));
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [name, value] of given) {
    const form = known.get(name);
    if (value === undefined) continue;
    if (form === undefined) throw unknownOption(call, name, [...known.keys()]);
    const own = isNeeded(form) ? form.needed : form;
    if (!hasForm(value, own)) throw wrongForm(name, `cannot be ${shown(value)}`, own);
  }
  for (const [name, form] of known) {
    if (isNeeded(form) && given.get(name) === undefined)
      throw wrongForm(name, `of \`${call}\` is missing`, form.needed);
  }
}

function isNeeded(form: OptionForm | { readonly needed: OptionForm }): form is { readonly needed: OptionForm } {
  return typeof form === "object" && "needed" in form;
}

function hasForm(value: unknown, form: OptionForm): boolean {
  switch (form) {
    case "text":
      return typeof value === "string";
    case "texts":
      return Array.isArray(value) && value.every((one) => typeof one === "string");
    case "number":
      return typeof value === "number";
    case "switch":
      return typeof value === "boolean";
    case "function":
      return typeof value === "function";
    case "other":
      return true;
    default:
      return form.some((one) => one === value);
  }
}

function unknownOption(call: string, name: string, known: readonly string[]): UsageError {
  return new UsageError("invalid_option", `\`${call}\` has no option ${quoteText(name)}.`, {
    expected: `one of ${known.map((one) => `\`${one}\``).join(", ")}`,
  });
}

function wrongForm(name: string, what: string, form: OptionForm): UsageError {
  return new UsageError("invalid_option", `The option \`${name}\` ${what}.`, {
    expected: typeof form === "string" ? FORMS[form] : `one of ${form.map((one) => quoteText(one)).join(", ")}`,
  });
}

/** A value as a message may show it. No option that holds a token or a key refuses a text here. */
function shown(value: unknown): string {
  if (typeof value === "string") return quoteText(value, 40);
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  return Array.isArray(value) ? "such a list" : `a value of the type ${typeof value}`;
}
