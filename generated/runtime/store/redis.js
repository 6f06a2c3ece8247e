import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
import { readWait } from "./ask-store.js";
import { createMarkStore } from "./mark-store.js";
import { commandSender } from "./redis-client.js";
import { createRedisMarks } from "./redis-marks.js";
/**
 * Makes a store in Redis, for services that run as several instances: all of them see one memory. The client is the caller's:
 * connected, told to fail fast rather than to queue, and closed by the caller.
 *
 * @throws {ClaimsError} `invalid_option`
 * @example const store = createRedisStore(await createClient({ url, disableOfflineQueue: true }).connect());
 */
export function createRedisStore(client, options = {}) {
    const given = readOptions(options, ["prefix", "timeout"]);
    const send = commandSender(client);
    if (send === null) {
        throw refuse("invalid_option", "The client must be one of node-redis or ioredis, or a function that sends commands.");
    }
    const prefix = given.has("prefix") ? given.get("prefix") : "claims:";
    if (typeof prefix !== "string" || prefix === "") {
        throw refuse("invalid_option", "Option `prefix` must be a string that is not empty.");
    }
    return createMarkStore(createRedisMarks(send, prefix), readWait(given, "timeout"));
}
