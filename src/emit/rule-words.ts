/** Keywords whose rule a message says, where the runtime's function has the name of the keyword. */
const KEYWORDS = [
  ["type", "enum", "const", "format", "pattern", "minLength", "maxLength"],
  ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ["minItems", "maxItems", "unevaluatedItems", "uniqueItems", "contains"],
  ["minProperties", "maxProperties", "propertyNames", "not", "oneOf", "anyOf"],
].flat();

/** Keywords, with the function of the runtime that says their rule. */
const RULES: ReadonlyMap<string, string> = new Map([
  ...KEYWORDS.map((keyword) => [keyword, `${keyword}Rule`] as const),
  ["items", "maxItemsRule"],
  ["additionalItems", "maxItemsRule"],
  ["false schema", "falseSchemaRule"],
]);

/** A fault's keyword in the code of validators: a text, or the last segment of one; a member's name is none. */
const NAMED = new RegExp(`["/](${[...RULES.keys()].join("|")})"(?!:)`, "g");

/**
 * The keywords that the code of validators has faults of, with the function of runtime/claims/rules.ts that says the rule of each; now and
 * then of one more, which does no harm.
 */
export function ruleWords(code: string): ReadonlyMap<string, string> {
  const named = new Set([...code.matchAll(NAMED)].map(([, keyword]) => keyword));
  // What several constants allow is said as one list.
  if (named.has("const")) named.add("enum");
  return new Map([...RULES].filter(([keyword]) => named.has(keyword)));
}
