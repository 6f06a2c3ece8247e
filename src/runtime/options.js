import { parseDuration } from "./duration.js";
import { quoteName } from "./quote-name.js";
import { refuse } from "./refuse.js";

const VERIFY_OPTIONS = ["key", "audience", "issuer", "clockTolerance", "now"];
const ISSUE_OPTIONS = ["key", "keyId", "algorithm", "expiresIn", "notBefore", "now", "header"];
/** Seconds; beyond this, a tolerance is a way around `exp`. */
const MAX_TOLERANCE = 300;
/** Beyond this (the year 5138), a number is a time in milliseconds by mistake. */
const MAX_NUMERIC_DATE = 1e11;
/**
 * Reads the options of verify, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readVerifyOptions(options) {
  const given = readOptions(options, VERIFY_OPTIONS);
  const tolerance = given.get("clockTolerance");
  const clockToleranceSeconds = tolerance === undefined ? null : readDuration(tolerance, "clockTolerance");
  if (clockToleranceSeconds !== null && clockToleranceSeconds > MAX_TOLERANCE) {
    throw refuse("invalid_option", "Option `clockTolerance` must be at most 5m.");
  }
  return {
    key: readKey(given),
    audience: readNames(given, "audience"),
    issuer: readNames(given, "issuer"),
    clockToleranceSeconds,
    now: readNow(given.get("now")),
  };
}
/**
 * Reads the options of issue, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readIssueOptions(options) {
  const given = readOptions(options, ISSUE_OPTIONS);
  const now = readNow(given.get("now"));
  const expiresIn = given.get("expiresIn");
  const expiresInSeconds = expiresIn === undefined ? null : readDuration(expiresIn, "expiresIn");
  if (expiresInSeconds === 0) throw refuse("invalid_option", "Option `expiresIn` must be longer than nothing.");
  return {
    key: readKey(given),
    keyId: readName(given, "keyId"),
    algorithm: readName(given, "algorithm"),
    expiresInSeconds,
    notBefore: readNotBefore(given.get("notBefore"), now),
    now,
    header: given.get("header"),
  };
}
function readOptions(options, known) {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw refuse("invalid_option", "The options must be an object with a `key`.");
  }
  let given;
  try {
    given = new Map(Object.entries(options));
  } catch (cause) {
    throw refuse("invalid_option", "The options cannot be read.", { cause });
  }
  // A misspelt option would otherwise switch off the check that it was meant to add.
  for (const name of given.keys()) {
    if (!known.includes(name)) throw refuse("invalid_option", `There is no option ${quoteName(name)}.`);
  }
  return given;
}
function readKey(given) {
  const key = given.get("key");
  if (key === undefined || key === null || key === "") throw refuse("invalid_key", "Option `key` is missing or empty.");
  return key;
}
function readNow(now) {
  if (now === undefined) return Date.now() / 1000;
  const seconds = now instanceof Date ? now.getTime() / 1000 : now;
  if (typeof seconds === "number" && seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse(
    "invalid_option",
    "Option `now` must be a valid Date, or a number of seconds (not milliseconds) since 1970.",
  );
}
function readDuration(value, option) {
  const seconds = parseDuration(value);
  if (seconds === null)
    throw refuse("invalid_option", `Option \`${option}\` must be a duration with its unit, such as 15m.`);
  return seconds;
}
function readNotBefore(value, now) {
  if (value === undefined) return null;
  if (!(value instanceof Date)) return Math.floor(now) + readDuration(value, "notBefore");
  // Rounded up: a token must not be valid earlier than its issuer said.
  const seconds = Math.ceil(value.getTime() / 1000);
  if (seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse("invalid_option", "Option `notBefore` must be a valid Date or a duration such as 5m.");
}
function readName(given, option) {
  const value = given.get(option);
  if (value === undefined) return null;
  if (typeof value === "string" && value !== "") return value;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty.`);
}
/**
 * One name or several. Present and undefined is refused too: it is what a missing environment variable
 * gives, and would quietly drop the check that the caller asked for.
 */
function readNames(given, option) {
  if (!given.has(option)) return null;
  const value = given.get(option);
  const names = Array.isArray(value) ? [...value] : [value];
  if (names.length > 0 && names.every((name) => typeof name === "string" && name !== "")) return names;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty, or a list of such strings.`);
}
