/**
 * Refuses to be loaded where `NODE_ENV` is `production`. Tokens of this kit are signed with keys that anybody can make.
 *
 * @throws {TypeError} in production
 */
export function refuseProduction() {
    if (readMode() !== "production")
        return;
    throw new TypeError("The test kit was imported with NODE_ENV=production. It makes keys and tokens that nobody may trust: import it in tests only.");
}
function readMode() {
    try {
        return process.env.NODE_ENV;
    }
    catch {
        // No process, or one whose environment may not be read.
        return undefined;
    }
}
