/**
 * Refuses to be loaded where `NODE_ENV` is `production`. Tokens of this kit are signed with keys that anybody can make.
 *
 * @throws {TypeError} in production
 */
export declare function refuseProduction(): void;
