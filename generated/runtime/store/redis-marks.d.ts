import type { Marks } from "./marks.js";
import type { SendCommand } from "./redis-client.js";
/** Marks in Redis. Times to live are spans, so that the clock of the server does not count. */
export declare function createRedisMarks(send: SendCommand, prefix: string): Marks;
