import { refuse } from "../errors/refuse.js";
import { refuseForm } from "../errors/refuse-form.js";
import { isScopeToken } from "./challenge.js";
import { refuseGrant } from "./refuse-request.js";
/**
 * Whether claims grant what is wanted: each of the wanted words or items; of a claim that has a single value, one of them.
 *
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export function holdsGrants(grant, claims, wanted) {
    checkWanted(grant, wanted);
    const held = readHeld(grant, claims);
    return grant.form === "one" ? wanted.some((one) => held.includes(one)) : wanted.every((one) => held.includes(one));
}
/**
 * Lets claims pass that grant what is wanted, as {@link holdsGrants} says.
 *
 * @param realm - for the challenge; null for none
 * @throws {AuthenticationError} `insufficient_scope`, with status 403
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export function requireGrants(grant, claims, wanted, realm = null) {
    if (holdsGrants(grant, claims, wanted))
        return;
    const { message } = refuseForm("insufficient_scope");
    throw refuseGrant(realm, message, grant.form === "words" ? wanted.filter(isScopeToken) : []);
}
/**
 * Checks what is wanted. A list that is empty by mistake would let everything pass.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function checkWanted(grant, wanted) {
    const isWord = grant.form === "words" ? isScopeToken : isText;
    if (wanted.length > 0 && wanted.every(isWord))
        return;
    const rule = grant.form === "words" ? "one scope each, without spaces" : "texts that are not empty";
    throw refuse("invalid_option", `What is demanded of the token must be ${rule}, and at least one.`);
}
function isText(value) {
    return typeof value === "string" && value !== "";
}
function readHeld({ claim, form }, claims) {
    const value = Object.hasOwn(claims, claim) ? Reflect.get(claims, claim) : undefined;
    if (Array.isArray(value))
        return form === "one" ? [] : value;
    if (typeof value !== "string")
        return [];
    return form === "words" ? value.split(" ") : [value];
}
