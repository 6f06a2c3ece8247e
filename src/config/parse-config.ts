import { ConfigError, type Location } from "../errors.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { parseDuration } from "../text/duration.js";
import { type ParsedText, parseText, type TextFile } from "../text/parse-json.js";
import { pointerOf } from "../text/pointer.js";
import { checkAlgorithm } from "./check-algorithm.js";
import { findIssuerProblems } from "./check-issuer.js";
import { checkPackageName, checkVersion } from "./check-package.js";
import { checkOutput, checkSchemaReference } from "./check-paths.js";
import { findKeyProblems } from "./check-token-keys.js";
import type { Algorithm, Config, Helper, ProfileName, TokenConfig, UnknownClaims } from "./config.js";
import { MAX_CLOCK_TOLERANCE_SECONDS } from "./config-schema.js";
import { findShapeProblems } from "./find-shape-problems.js";

/**
 * The config that a file holds, checked, with every default filled in. JSON, or YAML by its extension.
 *
 * @param source - the file's name for messages, and its content
 * @throws {ConfigError} the first problem in the order of the file: `invalid_encoding`, `invalid_syntax`, `duplicate_key`,
 * `unknown_key`, `missing_key`, `invalid_value`, `invalid_duration`, `unsupported_algorithm`,
 * `invalid_package_name`, `invalid_version`, `output_outside` or `name_collision`, each with file, line, column and pointer
 */
export function parseConfig(source: TextFile): Config {
  const parsed = parseText(source, "config");
  const problems = findShapeProblems(parsed);
  const read = new ConfigReader(parsed, problems);
  const config = read.config(source.file);
  const [first] = problems.sort(byPlace);
  if (first !== undefined) throw first;
  return config;
}

/** Reads what has the right shape and notes what is wrong with it. What it returns counts only when there are no problems. */
class ConfigReader {
  readonly #parsed: ParsedText;
  readonly #problems: ConfigError[];

  constructor(parsed: ParsedText, problems: ConfigError[]) {
    this.#parsed = parsed;
    this.#problems = problems;
  }

  config(file: string): Config {
    const root = objectOf(this.#parsed.value);
    const pack = objectOf(own(root, "package"));
    const tokens = objectOf(own(root, "tokens"));
    const keys = Object.keys(tokens);
    this.#problems.push(
      ...findKeyProblems(keys, (key) => this.#parsed.locate(pointerOf("tokens", key), { key: true })),
    );
    return {
      file,
      package: {
        name: this.#text(pack, "name", ["package"], checkPackageName),
        version: this.#text(pack, "version", ["package"], checkVersion),
      },
      output: this.#output(root),
      emit: own(root, "emit") === "ts" ? "ts" : "js",
      namespaces: stringsOf(own(root, "namespaces")),
      tokens: keys.map((key) => this.#token(key, objectOf(own(tokens, key)))),
      lint: objectOf(own(root, "lint")),
      diff: this.#diff(objectOf(own(root, "diff"))),
      targets: stringsOf(own(root, "targets")),
      locate: (pointer, options) => this.#parsed.locate(pointer, options),
    };
  }

  #token(key: string, token: JsonObject): TokenConfig {
    const schema = own(token, "schema");
    const reference =
      typeof schema === "string" && schema !== ""
        ? this.#attempt(() => checkSchemaReference(schema, this.#at("tokens", key, "schema")))
        : null;
    const helpers = own(token, "helpers");
    const maxTokenBytes = own(token, "maxTokenBytes");
    const type = own(token, "type");
    return {
      key,
      schemaFile: reference?.file ?? "",
      schemaPointer: reference?.pointer ?? "",
      // The casts of this object hold, since the config's JSON Schema lists the same words.
      profile: (own(token, "profile") ?? "jwt") as ProfileName,
      issuer: this.#issuer(key, own(token, "issuer")),
      audience: stringOrList(own(token, "audience")),
      algorithms: this.#algorithms(key, own(token, "algorithms")),
      type: typeof type === "string" ? type : null,
      lifetimeSeconds: this.#duration(key, token, "lifetime") ?? 0,
      clockToleranceSeconds: this.#duration(key, token, "clockTolerance") ?? 0,
      unknownClaims: (own(token, "unknownClaims") ?? "ignore") as UnknownClaims,
      maxTokenBytes: typeof maxTokenBytes === "number" ? maxTokenBytes : 8192,
      helpers: (helpers === undefined ? ["issue", "verify"] : [helpers].flat()) as Helper[],
    };
  }

  #duration(key: string, token: JsonObject, name: "lifetime" | "clockTolerance"): number | null {
    const value = own(token, name);
    if (value === undefined) return null;
    const at = this.#at("tokens", key, name);
    return this.#attempt(() => {
      if (name === "lifetime") return parseDuration(value, at);
      const seconds = parseDuration(value, at, { allowZero: true });
      if (seconds > MAX_CLOCK_TOLERANCE_SECONDS) {
        throw new ConfigError("invalid_duration", "The clock tolerance is longer than 5 minutes.", {
          at,
          expected: 'a duration from "0s" to "5m"',
          hint: "Set the clocks; a longer tolerance only keeps expired tokens alive.",
        });
      }
      return seconds;
    });
  }

  #algorithms(key: string, value: JsonValue | undefined): Algorithm[] {
    if (!Array.isArray(value)) return [];
    const algorithms: Algorithm[] = [];
    value.forEach((name: JsonValue, index) => {
      if (typeof name !== "string") return;
      const algorithm = this.#attempt(() => checkAlgorithm(name, this.#at("tokens", key, "algorithms", index)));
      if (algorithm !== null) algorithms.push(algorithm);
    });
    return algorithms;
  }

  #issuer(key: string, value: JsonValue | undefined): TokenConfig["issuer"] {
    const issuer = stringOrList(value);
    const at = (index: number) => this.#at("tokens", key, "issuer", ...(Array.isArray(value) ? [index] : []));
    this.#problems.push(...findIssuerProblems([issuer ?? []].flat(), at));
    return issuer;
  }

  #output(root: JsonObject): string {
    const output = own(root, "output");
    if (typeof output !== "string") return "generated";
    return this.#attempt(() => checkOutput(output, this.#at("output"))) ?? "generated";
  }

  /** Passes `diff` on as it stands, when its dates are days of the calendar. */
  #diff(diff: JsonObject): JsonObject {
    const accept = own(diff, "accept");
    if (!Array.isArray(accept)) return diff;
    accept.forEach((entry: JsonValue, index) => {
      const until = own(objectOf(entry), "until");
      if (typeof until !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(until) || isDay(until)) return;
      this.#problems.push(
        new ConfigError("invalid_value", `There is no day ${until}.`, {
          at: this.#at("diff", "accept", index, "until"),
          expected: 'a date, as in "2027-06-30"',
        }),
      );
    });
    return diff;
  }

  #text(
    parent: JsonObject,
    name: string,
    path: readonly string[],
    check: (text: string, at: Location) => void,
  ): string {
    const value = own(parent, name);
    if (typeof value !== "string" || value === "") return "";
    this.#attempt(() => check(value, this.#at(...path, name)));
    return value;
  }

  #at(...segments: readonly (string | number)[]): Location {
    return this.#parsed.locate(pointerOf(...segments));
  }

  /** What the check returns, null where it throws a ConfigError, which is noted. */
  #attempt<Result>(check: () => Result): Result | null {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#problems.push(error);
      return null;
    }
  }
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  // The cast holds: what is neither null nor an array nor a primitive is a JSON object.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function stringsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one: JsonValue) => typeof one === "string") : [];
}

function stringOrList(value: JsonValue | undefined): string | readonly string[] | null {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? stringsOf(value) : null;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function byPlace(a: ConfigError, b: ConfigError): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}
