/** What the engine of every platform made of a key. */
export function webKeyOf(key) {
    // toNative() of that engine has put it there.
    return key.native;
}
