/** What nearly every URI looks like: a host name, perhaps a port and a path. All of it is within the grammar below. */
const COMMON = /^[a-z][a-z\d+.-]*:\/\/[a-z\d.-]+(?::\d+)?(?:\/[\w.~/-]*)?$/i;
let pattern;
/** Says whether a text is a URI with a scheme (RFC 3986 section 3), with the verdicts of ajv-formats 3.0.1. */
export function isUri(text) {
    if (COMMON.test(text))
        return true;
    // Compiled on first use, so that the module does nothing when it is loaded.
    pattern ??= compileUri();
    return /[/:]/.test(text) && pattern.test(text);
}
/** Puts the grammar of RFC 3986 appendix A together, rule by rule. */
function compileUri() {
    const percent = "%[0-9a-f]{2}";
    const octet = "(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)";
    const ipv4 = `(?:${octet}\\.){3}${octet}`;
    const group = "[0-9a-f]{1,4}";
    const lastGroups = `(?:${group}:${group}|${ipv4})`;
    const ipv6 = [
        `(?:${group}:){6}${lastGroups}`,
        `::(?:${group}:){5}${lastGroups}`,
        ...[4, 3, 2, 1].map((after, before) => `(?:(?:${group}:){0,${before}}${group})?::(?:${group}:){${after}}${lastGroups}`),
        `(?:(?:${group}:){0,4}${group})?::${lastGroups}`,
        `(?:(?:${group}:){0,5}${group})?::${group}`,
        `(?:(?:${group}:){0,6}${group})?::`,
    ].join("|");
    const ipFuture = "v[0-9a-f]+\\.[a-z0-9\\-._~!$&'()*+,;=:]+";
    const name = `(?:[a-z0-9\\-._~!$&'()*+,;=]|${percent})*`;
    const character = `(?:[a-z0-9\\-._~!$&'()*+,;=:@]|${percent})`;
    const userinfo = `(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|${percent})*@)?`;
    const authority = `${userinfo}(?:\\[(?:${ipv6}|${ipFuture})\\]|${ipv4}|${name})(?::\\d*)?`;
    const rootless = `${character}+(?:/${character}*)*`;
    const hierarchy = `(?:/?/${authority}(?:/${character}*)*|/(?:${rootless})?|${rootless})`;
    const tail = `(?:[a-z0-9\\-._~!$&'()*+,;=:@/?]|${percent})*`;
    return new RegExp(`^[a-z][a-z0-9+\\-.]*:${hierarchy}(?:\\?${tail})?(?:#${tail})?$`, "i");
}
