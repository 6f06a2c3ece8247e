/** The cryptography of the platform. Looked up at each use: a module without top-level work can be shaken out of a bundle. */
export function webCrypto() {
    // The same two functions; the types of some versions ask for bytes that are not shared, which these never are.
    return crypto.subtle;
}
