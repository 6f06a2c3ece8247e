/** What Node asks for beside a key, for an algorithm. */
export function describeNative(key, { node: { digest, options } }) {
    return { digest, input: { key, ...options } };
}
/** What {@link describeNative} made of a key. */
export function nativeOf(key) {
    // toNative() of the engine for Node has put it there.
    return key.native;
}
