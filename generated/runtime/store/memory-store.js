import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
import { createMarkStore } from "./mark-store.js";
const ENTRIES = 100_000;
/** More than this, a `Map` does not hold. */
const MAX_ENTRIES = 16_000_000;
/** Seconds between two looks through a full memory. */
const SWEEP = 10;
/**
 * Makes a store in the memory of this process, for services that run as one. It forgets a mark when its token has expired. When
 * it is full it takes no more, which is `revocation_unavailable`: it never forgets what still matters.
 *
 * @throws {ClaimsError} `invalid_option`
 * @example const store = createMemoryStore();
 */
export function createMemoryStore(options = {}) {
    const given = readOptions(options, ["entries"]);
    const entries = given.has("entries") ? given.get("entries") : ENTRIES;
    if (typeof entries === "number" && Number.isInteger(entries) && entries > 0 && entries <= MAX_ENTRIES) {
        return createMarkStore(createMemoryMarks(entries), 0);
    }
    throw refuse("invalid_option", `Option \`entries\` must be a whole number from 1 to ${MAX_ENTRIES}.`);
}
function createMemoryMarks(entries) {
    const marks = new Map();
    let sweptAt = 0;
    function find(key) {
        const mark = marks.get(key);
        if (mark === undefined || Date.now() / 1000 < mark.until)
            return mark;
        marks.delete(key);
        return undefined;
    }
    function put(key, text, until) {
        if (marks.size >= entries && !marks.has(key))
            makeRoom();
        marks.set(key, { text, until });
    }
    function makeRoom() {
        const now = Date.now() / 1000;
        // Looking through all for each one that comes would let a flood take up the whole processor.
        if (Math.abs(now - sweptAt) >= SWEEP) {
            sweptAt = now;
            for (const [key, { until }] of marks)
                if (now >= until)
                    marks.delete(key);
        }
        if (marks.size >= entries)
            throw refuse("revocation_unavailable", "The memory of the store is full.");
    }
    return {
        read: (key) => find(key)?.text ?? null,
        add(key, text, seconds) {
            if (find(key) !== undefined)
                return false;
            put(key, text, Date.now() / 1000 + seconds);
            return true;
        },
        raise(key, number, seconds) {
            const present = find(key);
            const until = Math.max(present?.until ?? 0, Date.now() / 1000 + seconds);
            put(key, String(Math.max(Number(present?.text ?? 0), number)), until);
        },
        swap(key, from, to, seconds) {
            const present = find(key);
            if (present === undefined)
                return "unknown";
            if (present.text === from) {
                put(key, to, Date.now() / 1000 + seconds);
                return "advanced";
            }
            marks.delete(key);
            return "reused";
        },
        drop: (key) => marks.delete(key),
    };
}
