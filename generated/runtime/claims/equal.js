/** Says whether two JSON values are the same: members in any order, only own ones. */
export function equal(one, other) {
    if (Object.is(one, other) || one === other)
        return true;
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
        return false;
    if (Array.isArray(one) || Array.isArray(other)) {
        if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length)
            return false;
        return one.every((item, index) => equal(item, other[index]));
    }
    const members = Object.entries(one);
    if (members.length !== Object.keys(other).length)
        return false;
    const others = new Map(Object.entries(other));
    return members.every(([name, value]) => others.has(name) && equal(value, others.get(name)));
}
