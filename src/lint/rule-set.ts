import { RULE_NAMES } from "../config/rule-names.js";
import { ConfigError, type Location } from "../errors.js";
import type { JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray, isObject } from "../schema/own-property.js";
import { pointerOf } from "../text/pointer.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import type { Severity } from "./finding.js";
import type { Rule } from "./rule.js";

/** The sets that come with claimsmith. */
export const BUILT_IN_SETS = ["claimsmith:recommended", "claimsmith:all", "claimsmith:none"] as const;

export type BuiltInSet = (typeof BUILT_IN_SETS)[number];

/** What `lint` in the config, or a shared file, says: the sets it begins with, and severities of its own. */
export interface RuleSet {
  readonly extends: readonly { readonly name: string; readonly at: Location }[];
  readonly severities: ReadonlyMap<string, Severity>;
}

const KEYS = ["$schema", "extends", "rules"];
const SEVERITIES: readonly unknown[] = ["error", "warn", "off"] satisfies Severity[];

/**
 * Reads a rule set.
 *
 * @param locate - the place of a pointer into the value, or of its name with `{ key: true }`
 * @throws {ConfigError} `invalid_value`, `unknown_key`, also for a rule that does not exist
 */
export function parseRuleSet(
  value: JsonValue,
  locate: (pointer: string, options?: { readonly key?: boolean }) => Location,
): RuleSet {
  if (!isObject(value)) throw invalid("A rule set is an object.", locate(""), "an object with `extends` and `rules`");
  for (const key of Object.keys(value))
    if (!KEYS.includes(key)) throw unknownKey(key, locate(pointerOf(key), { key: true }));
  return {
    extends: readExtends(getOwn(value, "extends"), locate),
    severities: readSeverities(getOwn(value, "rules"), locate),
  };
}

function readExtends(value: JsonValue | undefined, locate: (pointer: string) => Location): RuleSet["extends"] {
  if (value === undefined) return [];
  const names = isArray(value) ? value : [value];
  return names.map((name, index) => {
    const at = locate(isArray(value) ? pointerOf("extends", index) : "/extends");
    if (typeof name !== "string" || name === "") {
      throw invalid(
        "`extends` names a set of rules by a string.",
        at,
        'a string, as in "./lint.json", or a list of them',
      );
    }
    return { name, at };
  });
}

function readSeverities(
  value: JsonValue | undefined,
  locate: (pointer: string, options?: { readonly key?: boolean }) => Location,
): ReadonlyMap<string, Severity> {
  if (value === undefined) return new Map();
  if (!isObject(value))
    throw invalid("`rules` is no object.", locate("/rules"), "an object with the names of rules as keys");
  return new Map(
    Object.keys(value).map((rule): [string, Severity] => {
      const pointer = pointerOf("rules", rule);
      if (!RULE_NAMES.some((name) => name === rule)) throw unknownRule(rule, locate(pointer, { key: true }));
      const severity = getOwn(value, rule);
      if (!SEVERITIES.includes(severity)) {
        throw invalid(`The severity of \`${rule}\` is none.`, locate(pointer), '"error", "warn" or "off"');
      }
      // Holds: it is one of the three.
      return [rule, severity as Severity];
    }),
  );
}

/** The severity of each rule: its own, unless one of the layers says otherwise; the last one counts. */
export function mergeSeverities(
  rules: readonly Rule[],
  layers: readonly (BuiltInSet | ReadonlyMap<string, Severity>)[],
): ReadonlyMap<string, Severity> {
  const severities = new Map<string, Severity>();
  for (const layer of layers) {
    for (const rule of rules) {
      const severity = typeof layer === "string" ? builtInSeverity(rule, layer) : layer.get(rule.id);
      if (severity !== undefined) severities.set(rule.id, severity);
    }
  }
  return severities;
}

function builtInSeverity({ severity }: Rule, set: BuiltInSet): Severity {
  switch (set) {
    case "claimsmith:recommended":
      return severity;
    case "claimsmith:all":
      return severity === "off" ? "warn" : severity;
    case "claimsmith:none":
      return "off";
  }
}

function unknownRule(rule: string, at: Location): ConfigError {
  const nearest = suggest(rule, RULE_NAMES);
  return new ConfigError("unknown_key", `There is no rule ${quoteText(rule)}.`, {
    at,
    expected: "the name of a rule, as docs/rules/README.md lists them",
    hint: nearest === null ? "Remove it." : `Did you mean \`${nearest}\`?`,
  });
}

function unknownKey(key: string, at: Location): ConfigError {
  const nearest = suggest(key, KEYS);
  return new ConfigError("unknown_key", `Unknown key \`${quoteText(key).slice(1, -1)}\`.`, {
    at,
    expected: "one of `extends`, `rules`",
    hint: nearest === null ? "Remove it." : `Did you mean \`${nearest}\`?`,
  });
}

function invalid(message: string, at: Location, expected: string): ConfigError {
  return new ConfigError("invalid_value", message, { at, expected });
}
