/** Sends one command, such as `["GET", KEY]`, and gives what the server replies. `key` is for clients that choose a node by it. */
export type SendCommand = (command: string[], key: string) => Promise<unknown>;
/** node-redis from version 4 on. */
export interface NodeRedisClient {
    sendCommand(command: string[]): Promise<unknown>;
}
/** ioredis from version 4 on. */
export interface IoRedisClient {
    call(command: string, ...words: string[]): Promise<unknown>;
}
/**
 * A client of Redis, connected: of node-redis, of ioredis, or a function for any other, such as
 * `(command, key) => cluster.sendCommand(key, false, command)` for a cluster of node-redis.
 */
export type RedisClient = NodeRedisClient | IoRedisClient | SendCommand;
/** How to send commands with a client; null for what is none. */
export declare function commandSender(client: unknown): SendCommand | null;
