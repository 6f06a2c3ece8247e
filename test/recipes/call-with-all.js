import { isDeepStrictEqual } from "node:util";
import { callService } from "./call-service.js";
import { AT_ONCE, CASES, WITHOUT_KEYS } from "./cases.js";
import { SECRET_CLAIM } from "./prepare/make-tokens.js";
import { waitUntil } from "./wait-until.js";

const KEYS_LIMIT_MS = 15_000;
const LOG_LIMIT_MS = 3_000;

/**
 * Calls a service with every case that it has a route for, and reads what it has said meanwhile.
 *
 * @param service - its `port`, the `tokens` by name, `issueFor`, which makes others, and `said`: what it has printed up to now
 * @param failures - gets what was not as wanted, in words
 * @returns how many `calls` were made, and how many of them `passed`
 */
export async function callWithAll(recipe, { port, tokens, issueFor, said }, failures) {
  const hasRoute = ({ route }) => route in recipe.routes || route.startsWith("/");
  const cases = [...CASES, ...(recipe.more ?? [])].filter(hasRoute);
  const counts = { calls: 0, passed: 0 };
  const send = ({ route, query, authorization }) => {
    const parameters = query === undefined ? "" : `?${query}=${tokens.good}`;
    const headers = authorization.map((words) => headerOf(words, tokens));
    return callService(port, `${recipe.routes[route] ?? route}${parameters}`, headers);
  };
  const attempt = async (given) => {
    const { text, ...answer } = await send(given);
    const got = { ...answer, body: recipe.unwrap === undefined ? answer.body : recipe.unwrap(answer.body) };
    const want = recipe.adapt?.(given) ?? given.want;
    const problems = [
      ...(isDeepStrictEqual(got, want) ? [] : [`\n  wanted ${JSON.stringify(want)}\n  got    ${JSON.stringify(got)}`]),
      ...(isTelling(text, tokens) ? [": the answer holds a part of a token"] : []),
    ];
    counts.calls += 1;
    if (problems.length === 0) counts.passed += 1;
    failures.push(...problems.map((problem) => `${given.name}${problem}`));
  };

  await attempt(WITHOUT_KEYS);
  // After a fetch that has failed there is a pause.
  await waitUntil(KEYS_LIMIT_MS, async () => (await send(WITHOUT_KEYS)).status < 500);
  for (const given of cases) await attempt(given);
  const atOnce = Array.from({ length: AT_ONCE.times }, () => AT_ONCE.calls).flat();
  await Promise.all(atOnce.map((call) => attempt({ name: AT_ONCE.name, ...call })));
  const addToken = async (name, seconds) => {
    tokens[name] = await issueFor(seconds);
  };
  await recipe.after?.({ attempt, addToken });
  failures.push(...(await readLog(recipe, [WITHOUT_KEYS, ...cases], { tokens, said })));
  return counts;
}

/** What is wrong with the log of a service. */
async function readLog(recipe, cases, { tokens, said }) {
  const reasons = cases.filter((given) => recipe.isLogged?.(given) ?? true).flatMap(({ code }) => code ?? []);
  const unsaid = () => [...new Set(reasons)].filter((code) => !said().includes(code));
  // It may come after the answer that it tells of.
  await waitUntil(LOG_LIMIT_MS, () => unsaid().length === 0).catch(() => {});
  return [
    ...(unsaid().length > 0 ? [`the log does not name ${unsaid().join(", ")}`] : []),
    ...(isTelling(said(), tokens) ? ["the log holds a part of a token"] : []),
  ];
}

/** Whether a text holds a part of a token or what stands in it; `eyJ` is how each part begins that is JSON. */
function isTelling(text, tokens) {
  const parts = Object.values(tokens).flatMap((token) => token.split("."));
  return ["eyJ", SECRET_CLAIM, ...parts].some((part) => text.includes(part));
}

/** The value of a header, in which the name of a token stands for the token. */
function headerOf(words, tokens) {
  if (!words.includes(" ")) return `Bearer ${tokens[words]}`;
  return words.replace(/\w+/g, (word) => (Object.hasOwn(tokens, word) ? tokens[word] : word));
}
