import { quoteName } from "../errors/quote-name.js";
import { refuse } from "../errors/refuse.js";
import { readIssuer } from "../keys/issuer-keys.js";
import { isAmong, toList } from "../policy/parties.js";
import { readKey, readOptions } from "../policy/read-options.js";
import { decodeToken } from "../token/decode.js";
import { isAcceptedType } from "./verify-header.js";
/**
 * Verifies a token as the kind that its `typ` says it is; where that fits several kinds, as the one whose policy admits its
 * `iss` (RFC 8725 sections 3.11 and 3.12). Neither is verified yet: they choose, and then that kind's whole verify decides, with
 * that kind's keys alone. Nothing is tried in turn.
 *
 * @throws {ClaimsError} `type_mismatch` where `typ` is of no kind, or several are left; `issuer_mismatch`; `invalid_option`,
 * `invalid_key`; the codes of verify
 */
export async function verifyAnyToken(kinds, token, options) {
    const { keys, rest } = readAnyOptions(options);
    const candidates = [...keys].map(([name, key]) => ({ name, key, kind: readKind(kinds, name) }));
    const { name, key, kind } = chooseKind(token, candidates);
    // What a kind's verify returns is what the generator wrote down for it; the keys have been seen in `keys`.
    const verified = await kind.verify(token, { ...rest, key });
    return { token: name, ...verified };
}
function readAnyOptions(options) {
    const given = readAll(options);
    const keys = given.get("keys");
    if (typeof keys !== "object" || keys === null || given.has("key")) {
        throw refuse("invalid_option", "Option `keys` must be an object with the keys of each kind of token, in place of `key`.");
    }
    const byKind = readAll(keys);
    if (byKind.size === 0)
        throw refuse("invalid_option", "Option `keys` names no kind of token.");
    for (const key of byKind.values())
        readKey(new Map([["key", key]]));
    // The others are verify's to check.
    return { keys: byKind, rest: Object.fromEntries([...given].filter(([name]) => name !== "keys")) };
}
function readAll(options) {
    return readOptions(options, typeof options === "object" && options !== null ? Object.keys(options) : []);
}
function readKind(kinds, name) {
    if (!Object.hasOwn(kinds, name))
        throw refuse("invalid_option", `There is no kind of token ${quoteName(name)} to verify.`);
    // The generator has written them.
    return Reflect.get(kinds, name);
}
/** The one kind that the token says it is, before any key is looked at. */
function chooseKind(token, candidates) {
    const most = Math.max(...candidates.map(({ kind }) => kind.policy.maxTokenBytes));
    const { header, payload } = decodeToken(token, most);
    const ofType = candidates.filter(({ kind }) => isAcceptedType(header, kind.acceptedTypes));
    const [only] = ofType;
    if (only === undefined)
        throw refuse("type_mismatch", "The header `typ` is of no kind of token that is expected here.");
    if (ofType.length === 1)
        return only;
    const issuer = readIssuer(payload);
    const ofIssuer = ofType.filter(({ kind }) => hasIssuer(kind, issuer));
    const [chosen] = ofIssuer;
    if (chosen === undefined)
        throw refuse("issuer_mismatch");
    if (ofIssuer.length > 1)
        throw refuse("type_mismatch", "Several kinds of token have this `typ` and this issuer.");
    return chosen;
}
/** Whether a kind may come from an issuer; where its policy names none, it may from any. */
function hasIssuer(kind, issuer) {
    const expected = toList(kind.policy.issuer);
    return expected === null || isAmong(expected, issuer, kind);
}
