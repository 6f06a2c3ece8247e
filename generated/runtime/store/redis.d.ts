import type { Duration } from "../policy/definition.js";
import { type RedisClient } from "./redis-client.js";
import type { TokenStore } from "./token-store.js";
export type { IoRedisClient, NodeRedisClient, RedisClient, SendCommand } from "./redis-client.js";
export type { TokenStore } from "./token-store.js";
/** How a store in Redis is kept. */
export interface RedisStoreOptions {
    /** What its keys begin with; `claims:` by default. Services that share a prefix share what they know. */
    readonly prefix?: string;
    /** How long a call that changes something waits, up to `60s`; `1s` by default. Verify waits as its own option says. */
    readonly timeout?: Duration;
}
/**
 * Makes a store in Redis, for services that run as several instances: all of them see one memory. The client is the caller's:
 * connected, told to fail fast rather than to queue, and closed by the caller.
 *
 * @throws {ClaimsError} `invalid_option`
 * @example const store = createRedisStore(await createClient({ url, disableOfflineQueue: true }).connect());
 */
export declare function createRedisStore(client: RedisClient, options?: RedisStoreOptions): TokenStore;
