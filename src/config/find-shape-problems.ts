import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";

import { ConfigError } from "../errors.js";
import type { JsonValue } from "../schema/json-schema.js";
import type { ParsedText } from "../text/parse-json.js";
import { getAt, parsePointer, pointerOf } from "../text/pointer.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import { CONFIG_SCHEMA } from "./config-schema.js";
import { surelyMeets } from "./surely-meets.js";

/** What stands at a place, as a noun phrase. `*` is any name, `#` any index. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ["", "an object with the keys `package` and `tokens`"],
  ["/$schema", "a string: the path or address of the config's JSON Schema"],
  ["/package", "an object with the keys `name` and `version`"],
  ["/package/name", 'the name of an npm package, as in "@acme/claims"'],
  ["/package/version", 'a semantic version, as in "1.0.0"'],
  ["/output", 'a relative path inside the folder of the config, as in "generated"'],
  ["/emit", '"js" or "ts"'],
  ["/namespaces", "a list of different strings that are not empty"],
  ["/namespaces/#", "a string that is not empty"],
  ["/tokens", "an object with at least one token"],
  ["/tokens/*", "an object with the keys `schema`, `algorithms` and `lifetime`"],
  ["/tokens/*/schema", 'a relative path, as in "schemas/access-token.schema.json"'],
  ["/tokens/*/profile", '"jwt", "rfc9068", "oidc-id-token" or "oidc-logout-token"'],
  ["/tokens/*/issuer", "a string that is not empty, or a list of different ones"],
  ["/tokens/*/issuer/#", "a string that is not empty"],
  ["/tokens/*/audience", "a string that is not empty, or a list of different ones"],
  ["/tokens/*/audience/#", "a string that is not empty"],
  ["/tokens/*/algorithms", 'a list of different JWS algorithms, as in ["ES256"]'],
  ["/tokens/*/algorithms/#", 'the name of a JWS algorithm, as in "ES256"'],
  ["/tokens/*/type", 'a media type of at most 127 characters, as in "at+jwt"'],
  ["/tokens/*/unknownClaims", '"ignore", "strip" or "reject"'],
  ["/tokens/*/maxTokenBytes", "a whole number from 1 to 1048576"],
  ["/tokens/*/helpers", '"issue", "verify" or a list of both'],
  ["/tokens/*/helpers/#", '"issue" or "verify"'],
  ["/lint", "an object with the keys `extends` and `rules`"],
  ["/lint/extends", "a string that is not empty, or a list of different ones"],
  ["/lint/extends/#", "a string that is not empty"],
  ["/lint/rules", "an object with the names of rules as keys"],
  ["/lint/rules/*", '"error", "warn" or "off"'],
  ["/diff", "an object with the key `accept`"],
  ["/diff/accept", "a list"],
  ["/diff/accept/#", "an object with the keys `id`, `reason` and perhaps `until`"],
  ["/diff/accept/#/id", "a string that is not empty"],
  ["/diff/accept/#/reason", "a string that is not empty"],
  ["/diff/accept/#/until", 'a date, as in "2027-06-30"'],
  ["/targets", "a list of different targets"],
  ["/targets/#", "auth0, envoy, cognito, entra, clerk, keycloak, kong or apipark"],
]);

/** More names than these would bury the message. */
const MOST_LISTED = 20;

let validate: ValidateFunction | null = null;

/**
 * Everything in a config that its JSON Schema refuses, with places: `unknown_key`, `missing_key`, `invalid_value`.
 * Leaves durations, names of algorithms and names of tokens to the checks that know more of them.
 */
export function findShapeProblems(parsed: ParsedText): ConfigError[] {
  if (surelyMeets(parsed.value, CONFIG_SCHEMA)) return [];
  // Compiled once, and only for a config that may be wrong.
  validate ??= new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(CONFIG_SCHEMA);
  if (validate(parsed.value)) return [];
  const errors = validate.errors ?? [];
  const meant = new Set<string>();
  const problems: ConfigError[] = [];
  for (const error of errors) {
    if (error.keyword !== "additionalProperties") continue;
    const { problem, suggestion } = unknownKey(error, parsed);
    problems.push(problem);
    if (suggestion !== null) meant.add(`${error.instancePath}\n${suggestion}`);
  }
  for (const error of errors) {
    if (error.keyword === "additionalProperties" || isLeftToOthers(error)) continue;
    if (error.keyword === "required") {
      // A key that was misspelt is not missing as well.
      const key = String(error.params.missingProperty);
      if (!meant.has(`${error.instancePath}\n${key}`)) problems.push(missingKey(error, key, parsed));
    } else {
      problems.push(invalidValue(error, parsed));
    }
  }
  return problems;
}

function unknownKey(error: ErrorObject, parsed: ParsedText): { problem: ConfigError; suggestion: string | null } {
  const key = String(error.params.additionalProperty);
  const known = Object.keys(propertiesOf(error.parentSchema));
  const suggestion = suggest(key, known);
  const problem = new ConfigError("unknown_key", `Unknown key \`${shorten(key)}\`.`, {
    at: parsed.locate(`${error.instancePath}${pointerOf(key)}`, { key: true }),
    expected:
      known.length > MOST_LISTED
        ? "a key that the JSON Schema of the config has here"
        : `one of ${known.map((name) => `\`${name}\``).join(", ")}`,
    hint: suggestion === null ? "Remove it." : `Did you mean \`${suggestion}\`?`,
  });
  return { problem, suggestion };
}

function missingKey(error: ErrorObject, key: string, parsed: ParsedText): ConfigError {
  const template = templateOf(`${error.instancePath}${pointerOf(key)}`);
  const owner = nameOf(error.instancePath);
  return new ConfigError("missing_key", `The key \`${key}\` is missing${owner === null ? "" : ` in ${owner}`}.`, {
    at: parsed.locate(error.instancePath, { key: true }),
    expected: EXPECTED.get(template) ?? (template.endsWith("/lifetime") ? 'a duration, as in "15m"' : undefined),
    hint: `Add \`${key}\`.`,
  });
}

function invalidValue(error: ErrorObject, parsed: ParsedText): ConfigError {
  let pointer = error.instancePath;
  if (error.keyword === "uniqueItems") {
    pointer += pointerOf(Math.max(Number(error.params.i), Number(error.params.j)));
    const twice = `${describe(getAt(parsed.value, pointer))} stands twice in ${nameOf(error.instancePath) ?? "the list"}.`;
    return new ConfigError("invalid_value", upperFirst(twice), {
      at: parsed.locate(pointer),
      expected: "each entry once",
      hint: "Remove one of the two.",
    });
  }
  const value = getAt(parsed.value, pointer);
  const expected = EXPECTED.get(templateOf(pointer));
  const allowed: readonly unknown[] = Array.isArray(error.params.allowedValues) ? error.params.allowedValues : [];
  const suggestion =
    typeof value === "string"
      ? suggest(
          value,
          allowed.filter((one) => typeof one === "string"),
        )
      : null;
  return new ConfigError(
    "invalid_value",
    `${upperFirst(nameOf(pointer) ?? "the config")} cannot be ${describe(value)}.`,
    {
      at: parsed.locate(pointer),
      expected,
      hint: suggestion === null ? undefined : `Did you mean "${suggestion}"?`,
    },
  );
}

/** Durations, algorithm names and token keys have their own errors. */
function isLeftToOthers(error: ErrorObject): boolean {
  if (error.keyword === "propertyNames" || error.propertyName !== undefined) return true;
  const template = templateOf(error.instancePath);
  if (/^\/tokens\/\*\/(?:lifetime|clockTolerance)$/u.test(template)) return true;
  return template === "/tokens/*/algorithms/#" && error.keyword === "enum" && typeof error.data === "string";
}

function propertiesOf(schema: unknown): object {
  if (typeof schema !== "object" || schema === null || !("properties" in schema)) return {};
  return typeof schema.properties === "object" && schema.properties !== null ? schema.properties : {};
}

function templateOf(pointer: string): string {
  const segments = parsePointer(pointer);
  return segments
    .map((segment, depth) => {
      const parent = segments[depth - 1];
      if (depth === 1 && segments[0] === "tokens") return "/*";
      if (depth === 2 && segments[0] === "lint" && parent === "rules") return "/*";
      return /^\d+$/u.test(segment) ? "/#" : `/${segment}`;
    })
    .join("");
}

/** How a message calls the value at a pointer: the key, or the entry of a list; null for the whole file. */
function nameOf(pointer: string): string | null {
  const segments = parsePointer(pointer);
  const last = segments.at(-1);
  if (last === undefined) return null;
  const parent = segments.at(-2);
  return /^\d+$/u.test(last) && parent !== undefined
    ? `entry ${Number(last) + 1} of \`${shorten(parent)}\``
    : `\`${shorten(last)}\``;
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "this list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty object" : "an object";
  return typeof value === "string" ? quoteText(value) : String(value);
}

function shorten(text: string): string {
  return quoteText(text).slice(1, -1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
