/** The fault of a key that is made for something else. */
export function misfit(fault) {
    return { fault, kind: "misfit" };
}
/** The fault of a key that cannot be read. */
export function broken(fault) {
    return { fault, kind: "broken" };
}
/** The fault of a key of the right kind that must not be used. */
export function unsafe(fault) {
    return { fault, kind: "unsafe" };
}
/** The fault of a key that can sign, in the hands of one who verifies. */
export function exposed(form) {
    return unsafe(`A private ${form} was given where a public one is enough: keep it with the issuer.`);
}
