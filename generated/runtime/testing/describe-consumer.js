import { badTokenCases } from "./bad-token-cases.js";
import { globalTestRunner, importTestRunner } from "./find-test-runner.js";
import { issueExample } from "./issue-example.js";
import { createTokenIssuer } from "./token-issuer.js";
/**
 * Registers tests that hand a good token and each bad one to a consumer: the good one has to pass, the bad ones may not.
 * The promise is fulfilled once they are registered: at once where the test runner need not be imported, so that a module that
 * cannot wait, as those of CommonJS, need not.
 */
export async function describeConsumer(kit, consumer, options = {}) {
    const known = givenRunner(options) ?? globalTestRunner();
    register(kit, consumer, options, known ?? (await importTestRunner()));
}
function register(kit, consumer, options, { describe, it }) {
    const attempt = (what, token, issuer) => typeof consumer === "function"
        ? tryVerify(consumer, token ?? "", issuer, options.isAccepted)
        : tryRequest(consumer, what, token, issuer);
    let made;
    const source = async () => {
        made ??= options.issuer === undefined ? createTokenIssuer([kit.policy]) : Promise.resolve(options.issuer);
        return { kit, issuer: await made, overrides: options.claims };
    };
    describe(`A consumer of ${kit.policy.token}`, () => {
        it("accepts a good token", async () => {
            const { issuer, overrides } = await source();
            const outcome = await attempt("a good token", await issueExample(kit, issuer, overrides), issuer);
            if (outcome.kind === "refused") {
                throw new ConsumerFault(`A good token was refused (${outcome.how}). Does the consumer trust the issuer's keys, and read its clock?`);
            }
        });
        if (typeof consumer !== "function") {
            it("refuses a request without a token", async () => {
                const { issuer } = await source();
                const what = "a request without a token";
                expectRefused(what, [], await attempt(what, null, issuer));
            });
        }
        for (const one of badTokenCases(kit)) {
            it(`refuses ${one.name}: ${one.codes[0]}`, async () => {
                const made = await source();
                const what = `the bad token ${one.name}`;
                expectRefused(what, one.codes, await attempt(what, await one.make(made), made.issuer));
            });
        }
    });
}
/** A consumer did not do what it has to. */
class ConsumerFault extends Error {
    name = "ConsumerFault";
}
function expectRefused(what, codes, outcome) {
    const wanted = codes.length === 0 ? "" : ` It has to be refused with ${codes.join(" or ")}.`;
    const subject = what.charAt(0).toUpperCase() + what.slice(1);
    if (outcome.kind === "accepted")
        throw new ConsumerFault(`${subject} was accepted.${wanted}${outcome.how}`);
    const isOther = outcome.code !== null && codes.length > 0 && !codes.some((code) => code === outcome.code);
    if (isOther)
        throw new ConsumerFault(`${subject} was refused for another reason, ${outcome.code}.${wanted}`);
}
async function tryVerify(verify, token, issuer, isAccepted) {
    let result;
    try {
        result = await verify(token, issuer);
    }
    catch (error) {
        const code = codeOf(error);
        return { kind: "refused", code, how: code ?? (error instanceof Error ? `it threw ${error.name}` : "it threw") };
    }
    if (isAccepted !== undefined) {
        if (isAccepted(result))
            return { kind: "accepted", how: "" };
        return { kind: "refused", code: null, how: "`isAccepted` says so" };
    }
    // What looks like a refusal is one only for who looks.
    const looksRefused = result === null || result === undefined || result === false;
    const hint = ` The consumer did not throw, but gave back ${String(result)}: if that is how it refuses, say so with \`isAccepted\`.`;
    return { kind: "accepted", how: looksRefused ? hint : "" };
}
async function tryRequest(consumer, what, token, issuer) {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const request = new Request(consumer.url ?? "https://service.example/", { headers });
    // It is the platform's own; only whether its types are known differs. What comes back is only what its type says in TypeScript.
    const answer = await consumer.request(request, issuer);
    const status = typeof answer === "object" && answer !== null ? Reflect.get(answer, "status") : undefined;
    if (typeof status !== "number")
        throw new ConsumerFault("`request` has to give back a Response, or a promise of one.");
    if ((consumer.refusedWith ?? [401]).includes(status))
        return { kind: "refused", code: null, how: `status ${status}` };
    if (status < 400)
        return { kind: "accepted", how: "" };
    throw new ConsumerFault(`The answer to ${what} was ${status}, which neither accepts the token nor refuses it. ${hintOf(status, consumer)}`);
}
/** What may be behind a status that was not expected. */
function hintOf(status, { url }) {
    if (status >= 500)
        return "Does the service read claims before it has verified the token?";
    if (status === 404)
        return url === undefined ? "Say with `url` what to ask for." : "Does the service have this `url`?";
    return "If that is how the service refuses, say so with `refusedWith`.";
}
/** The code of a `ClaimsError`, which may be of another copy of the package. */
function codeOf(error) {
    const isOurs = error instanceof Error && ["ClaimsError", "AuthenticationError"].includes(error.name);
    const code = isOurs ? Reflect.get(error, "code") : null;
    return typeof code === "string" ? code : null;
}
function givenRunner({ describe, it }) {
    return describe === undefined || it === undefined ? null : { describe, it };
}
