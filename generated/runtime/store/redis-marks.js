/** The larger of two numbers, for the longer of two times. A script is one step for the server: nobody comes between. */
const RAISE = `
local present = redis.call("GET", KEYS[1])
local number = ARGV[1]
if present and tonumber(present) > tonumber(number) then number = present end
local left = math.max(redis.call("PTTL", KEYS[1]), tonumber(ARGV[2]))
redis.call("SET", KEYS[1], number, "PX", string.format("%.0f", left))
return "OK"`;
const SWAP = `
local present = redis.call("GET", KEYS[1])
if not present then return "unknown" end
if present == ARGV[1] then
  redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3])
  return "advanced"
end
redis.call("DEL", KEYS[1])
return "reused"`;
const STEPS = ["advanced", "reused", "unknown"];
/** Marks in Redis. Times to live are spans, so that the clock of the server does not count. */
export function createRedisMarks(send, prefix) {
    const run = (script, key, ...words) => send(["EVAL", script, "1", key, ...words], key);
    return {
        async read(mark) {
            const key = prefix + mark;
            const reply = await send(["GET", key], key);
            return typeof reply === "string" || reply === null ? reply : refuseReply("GET");
        },
        async add(mark, text, seconds) {
            const key = prefix + mark;
            const reply = await send(["SET", key, text, "PX", milliseconds(seconds), "NX"], key);
            return reply === "OK" || reply === null ? reply === "OK" : refuseReply("SET");
        },
        async raise(mark, number, seconds) {
            const reply = await run(RAISE, prefix + mark, String(number), milliseconds(seconds));
            return reply === "OK" ? reply : refuseReply("EVAL");
        },
        async swap(mark, from, to, seconds) {
            const reply = await run(SWAP, prefix + mark, from, to, milliseconds(seconds));
            return STEPS.find((step) => step === reply) ?? refuseReply("EVAL");
        },
        async drop(mark) {
            const key = prefix + mark;
            const reply = await send(["DEL", key], key);
            return typeof reply === "number" ? reply : refuseReply("DEL");
        },
    };
}
function milliseconds(seconds) {
    return String(Math.ceil(seconds * 1000));
}
/** Becomes the cause of `revocation_unavailable`: a server that does not answer as Redis does keeps nothing. */
function refuseReply(command) {
    throw new TypeError(`The reply to ${command} is none of Redis.`);
}
