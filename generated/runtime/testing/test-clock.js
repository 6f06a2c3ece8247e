import { refuse } from "../errors/refuse.js";
import { readNow } from "../policy/read-options.js";
import { parseDuration } from "../text/duration.js";
/**
 * A clock that stands still at a time, or without one goes with the clock of the machine, also one that a test runner has faked.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function createTestClock(start) {
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
function readMove(by) {
    const isBack = typeof by === "string" && by.startsWith("-");
    const seconds = parseDuration(isBack ? by.slice(1) : by);
    if (seconds === null)
        throw refuse("invalid_option", "A clock is moved by a duration with its unit, such as 5m or -1h.");
    return isBack ? -seconds : seconds;
}
