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
    const attempt = (token, issuer) => typeof consumer === "function"
        ? tryVerify(consumer, token ?? "", issuer, options.isAccepted)
        : tryRequest(consumer, token, issuer);
    let made;
    const source = async () => {
        made ??= options.issuer === undefined ? createTokenIssuer([kit.policy]) : Promise.resolve(options.issuer);
        return { kit, issuer: await made, overrides: options.claims };
    };
    describe(`A consumer of ${kit.policy.token}`, () => {
        it("accepts a good token", async () => {
            const { issuer, overrides } = await source();
            const outcome = await attempt(await issueExample(kit, issuer, overrides), issuer);
            if (outcome.kind === "refused") {
                throw new ConsumerFault(`A good token was refused (${outcome.how}). Does the consumer trust the issuer's keys, and read its clock?`);
            }
        });
        if (typeof consumer !== "function") {
            it("refuses a request without a token", async () => {
                const { issuer } = await source();
                expectRefused("A request without a token", [], await attempt(null, issuer));
            });
        }
        for (const one of badTokenCases(kit)) {
            it(`refuses ${one.name}: ${one.codes[0]}`, async () => {
                const made = await source();
                expectRefused(`The bad token ${one.name}`, one.codes, await attempt(await one.make(made), made.issuer));
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
    if (outcome.kind === "accepted")
        throw new ConsumerFault(`${what} was accepted.${wanted}${outcome.how}`);
    const isOther = outcome.code !== null && codes.length > 0 && !codes.some((code) => code === outcome.code);
    if (isOther)
        throw new ConsumerFault(`${what} was refused for another reason, ${outcome.code}.${wanted}`);
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
async function tryRequest(consumer, token, issuer) {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const request = new Request(consumer.url ?? "https://service.example/", { headers });
    // It is the platform's own; only whether its types are known differs.
    const { status } = await consumer.request(request, issuer);
    if ((consumer.refusedWith ?? [401]).includes(status))
        return { kind: "refused", code: null, how: `status ${status}` };
    if (token !== null && status >= 400)
        throw new ConsumerFault(`The answer was ${status}, which neither accepts the token nor refuses it.`);
    return { kind: "accepted", how: "" };
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
