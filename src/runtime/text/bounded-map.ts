/** A map that forgets what was not asked for longest, where it would hold more than its bound. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  /** Looks at so many entries, those longest unused first, and drops the stale ones. */
  dropOldest(count: number, isStale: (value: Value) => boolean): void;
}

/** Makes an empty map that holds at most so many entries. */
export function createBoundedMap<Key, Value>(entries: number): BoundedMap<Key, Value> {
  // A Map lists its entries in the order in which they were put in: the first is the one longest unused.
  const map = new Map<Key, Value>();
  let newest: Key | undefined;
  function put(key: Key, value: Value): void {
    map.delete(key);
    map.set(key, value);
    newest = key;
  }
  function dropOldest(count: number, isStale: (value: Value) => boolean): void {
    let seen = 0;
    for (const [key, value] of map) {
      if (seen++ === count) return;
      if (isStale(value)) map.delete(key);
    }
  }
  return {
    get(key) {
      const value = map.get(key);
      // The newest already stands last.
      if (value === undefined || key === newest) return value;
      put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      if (map.size > entries) dropOldest(1, () => true);
    },
    delete: (key) => void map.delete(key),
    dropOldest,
  };
}
