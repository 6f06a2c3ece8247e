/** A map that forgets what was not asked for longest, where it would hold more than its bound. */
export interface BoundedMap<Key, Value> {
    get(key: Key): Value | undefined;
    set(key: Key, value: Value): void;
    delete(key: Key): void;
    /** Looks at so many entries, those longest unused first, and drops the stale ones. */
    dropOldest(count: number, isStale: (value: Value) => boolean): void;
}
/** Makes an empty map that holds at most so many entries. */
export declare function createBoundedMap<Key, Value>(entries: number): BoundedMap<Key, Value>;
