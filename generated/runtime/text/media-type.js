/** Says whether two values of `typ` are one media type: in any case, `application/` implied (RFC 7515 section 4.1.9). */
export function isSameMediaType(one, other) {
    return normalize(one) === normalize(other);
}
function normalize(type) {
    // Only ASCII: toLowerCase() alone would turn U+212A, the Kelvin sign, into a "k".
    const lower = type.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    return lower.includes("/") ? lower : `application/${lower}`;
}
