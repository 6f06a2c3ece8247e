import { refuse } from "../errors/refuse.js";
import { type GivenOptions, readDuration } from "../policy/read-options.js";

/**
 * What a store answers.
 *
 * @param timeout - milliseconds
 * @throws {ClaimsError} `revocation_unavailable` where it throws, or takes longer
 */
export async function askStore<Answer>(ask: () => Answer | PromiseLike<Answer>, timeout: number): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = ask();
    // What is known at once needs no clock.
    if (typeof answer !== "object" && typeof answer !== "function") return answer;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, timeout);
    });
    return await Promise.race([answer, late]);
  } catch (cause) {
    // Without a cause, it was the time.
    throw refuse("revocation_unavailable", undefined, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The option that says how long a store may take, in milliseconds: a second where it is left out. More than a minute would
 * hold requests until others give up; a clock that is set for weeks would end at once.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readWait(given: GivenOptions, option: string): number {
  const seconds = given.has(option) ? readDuration(given.get(option), option) : 1;
  if (seconds >= 1 && seconds <= 60) return seconds * 1000;
  throw refuse("invalid_option", `Option \`${option}\` must be 1s to 60s.`);
}
