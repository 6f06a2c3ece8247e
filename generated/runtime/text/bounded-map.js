/** Makes an empty map that holds at most so many entries. */
export function createBoundedMap(entries) {
    // A Map lists its entries in the order in which they were put in: the first is the one longest unused.
    const map = new Map();
    let newest;
    function put(key, value) {
        map.delete(key);
        map.set(key, value);
        newest = key;
    }
    function dropOldest(count, isStale) {
        let seen = 0;
        for (const [key, value] of map) {
            if (seen++ === count)
                return;
            if (isStale(value))
                map.delete(key);
        }
    }
    return {
        get(key) {
            const value = map.get(key);
            // The newest already stands last.
            if (value === undefined || key === newest)
                return value;
            put(key, value);
            return value;
        },
        set(key, value) {
            put(key, value);
            if (map.size > entries)
                dropOldest(1, () => true);
        },
        delete: (key) => void map.delete(key),
        dropOldest,
    };
}
