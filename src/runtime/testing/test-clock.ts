import { refuse } from "../errors/refuse.js";
import type { Duration } from "../policy/definition.js";
import { readNow } from "../policy/read-options.js";
import { parseDuration } from "../text/duration.js";

/** A clock that a test sets and moves. */
export interface TestClock {
  /** The time; what verify takes as `now`. */
  now(): Date;
  /** Sets the clock, which stands still from then on. A number is seconds since 1970. */
  set(time: Date | number): void;
  /** Moves the clock on, or back with a sign before the duration: `5m`, `-1h`. A clock that goes keeps going. */
  move(by: Duration | `-${Duration}`): void;
}

/**
 * A clock that stands still at a time, or without one goes with the clock of the machine, also one that a test runner has faked.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function createTestClock(start?: Date | number): TestClock {
  let still = start === undefined ? null : readNow(start) * 1000;
  let ahead = 0;
  return {
    now: () => new Date((still ?? Date.now()) + ahead),
    set(time) {
      still = readNow(time) * 1000;
      ahead = 0;
    },
    move(by) {
      ahead += readMove(by) * 1000;
    },
  };
}

/** Seconds. */
function readMove(by: unknown): number {
  const isBack = typeof by === "string" && by.startsWith("-");
  const seconds = parseDuration(isBack ? by.slice(1) : by);
  if (seconds === null)
    throw refuse("invalid_option", "A clock is moved by a duration with its unit, such as 5m or -1h.");
  return isBack ? -seconds : seconds;
}
