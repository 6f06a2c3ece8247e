import type { Duration } from "../policy/definition.js";
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
export declare function createTestClock(start?: Date | number): TestClock;
