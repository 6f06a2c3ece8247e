import type { ClaimsErrorCode } from "../errors/claims-error.js";
import { badTokenCases } from "./bad-token-cases.js";
import type { BadTokenSource } from "./bad-tokens.js";
import { globalTestRunner, importTestRunner, type TestRunner } from "./find-test-runner.js";
import { issueExample } from "./issue-example.js";
import { createTokenIssuer, type TokenIssuer } from "./token-issuer.js";
import type { TokenKit } from "./token-kit.js";

/** The platform's `Request`, where its types are known. */
export type PlatformRequest = typeof globalThis extends {
  readonly Request: abstract new (...input: never) => infer Made;
}
  ? Made
  : { readonly headers: { get(name: string): string | null } };

/** Verifies a token: throws, or rejects, where it refuses it. */
export type ConsumerVerify = (token: string, issuer: TokenIssuer) => unknown;

/** Answers requests whose token is in `Authorization: Bearer`. */
export interface ConsumerService {
  request(
    request: PlatformRequest,
    issuer: TokenIssuer,
  ): { readonly status: number } | Promise<{ readonly status: number }>;
  /** What is asked for; `https://service.example/` by default. */
  readonly url?: string;
  /** The statuses that refuse; 401 by default (RFC 6750 section 3.1). */
  readonly refusedWith?: readonly number[];
}

/** How a consumer is tried. */
export interface ConsumerRunOptions {
  /** Whose keys the consumer trusts; one is made where it is left out, and handed to the consumer with each token. */
  readonly issuer?: TokenIssuer;
  /** Claims that this consumer asks for in a good token. */
  readonly claims?: object;
  /** Whether what a function gave back says that the token is good; without it, each that does not throw has accepted. */
  readonly isAccepted?: (result: unknown) => boolean;
  /** The test runner's own; found where it is left out. */
  readonly describe?: TestRunner["describe"];
  readonly it?: TestRunner["it"];
}

/** How a consumer took a token. */
type Outcome =
  | { readonly kind: "accepted"; readonly how: string }
  | { readonly kind: "refused"; readonly code: string | null; readonly how: string };

/**
 * Registers tests that hand a good token and each bad one to a consumer: the good one has to pass, the bad ones may not.
 * The promise is fulfilled once they are registered: at once where the test runner need not be imported, so that a module that
 * cannot wait, as those of CommonJS, need not.
 */
export async function describeConsumer(
  kit: TokenKit,
  consumer: ConsumerVerify | ConsumerService,
  options: ConsumerRunOptions = {},
): Promise<void> {
  const known = givenRunner(options) ?? globalTestRunner();
  register(kit, consumer, options, known ?? (await importTestRunner()));
}

function register(
  kit: TokenKit,
  consumer: ConsumerVerify | ConsumerService,
  options: ConsumerRunOptions,
  { describe, it }: TestRunner,
): void {
  const attempt = (what: string, token: string | null, issuer: TokenIssuer) =>
    typeof consumer === "function"
      ? tryVerify(consumer, token ?? "", issuer, options.isAccepted)
      : tryRequest(consumer, what, token, issuer);
  let made: Promise<TokenIssuer> | undefined;
  const source = async (): Promise<BadTokenSource> => {
    made ??= options.issuer === undefined ? createTokenIssuer([kit.policy]) : Promise.resolve(options.issuer);
    return { kit, issuer: await made, overrides: options.claims };
  };
  describe(`A consumer of ${kit.policy.token}`, () => {
    it("accepts a good token", async () => {
      const { issuer, overrides } = await source();
      const outcome = await attempt("a good token", await issueExample(kit, issuer, overrides), issuer);
      if (outcome.kind === "refused") {
        throw new ConsumerFault(
          `A good token was refused (${outcome.how}). Does the consumer trust the issuer's keys, and read its clock?`,
        );
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
  override name: string = "ConsumerFault";
}

function expectRefused(what: string, codes: readonly ClaimsErrorCode[], outcome: Outcome): void {
  const wanted = codes.length === 0 ? "" : ` It has to be refused with ${codes.join(" or ")}.`;
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  if (outcome.kind === "accepted") throw new ConsumerFault(`${subject} was accepted.${wanted}${outcome.how}`);
  const isOther = outcome.code !== null && codes.length > 0 && !codes.some((code) => code === outcome.code);
  if (isOther) throw new ConsumerFault(`${subject} was refused for another reason, ${outcome.code}.${wanted}`);
}

async function tryVerify(
  verify: ConsumerVerify,
  token: string,
  issuer: TokenIssuer,
  isAccepted: ConsumerRunOptions["isAccepted"],
): Promise<Outcome> {
  let result: unknown;
  try {
    result = await verify(token, issuer);
  } catch (error) {
    const code = codeOf(error);
    return { kind: "refused", code, how: code ?? (error instanceof Error ? `it threw ${error.name}` : "it threw") };
  }
  if (isAccepted !== undefined) {
    if (isAccepted(result)) return { kind: "accepted", how: "" };
    return { kind: "refused", code: null, how: "`isAccepted` says so" };
  }
  // What looks like a refusal is one only for who looks.
  const looksRefused = result === null || result === undefined || result === false;
  const hint = ` The consumer did not throw, but gave back ${String(result)}: if that is how it refuses, say so with \`isAccepted\`.`;
  return { kind: "accepted", how: looksRefused ? hint : "" };
}

async function tryRequest(
  consumer: ConsumerService,
  what: string,
  token: string | null,
  issuer: TokenIssuer,
): Promise<Outcome> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const request = new Request(consumer.url ?? "https://service.example/", { headers });
  // It is the platform's own; only whether its types are known differs. What comes back is only what its type says in TypeScript.
  const answer: unknown = await consumer.request(request as PlatformRequest, issuer);
  const status: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "status") : undefined;
  if (typeof status !== "number")
    throw new ConsumerFault("`request` has to give back a Response, or a promise of one.");
  if ((consumer.refusedWith ?? [401]).includes(status)) return { kind: "refused", code: null, how: `status ${status}` };
  if (status < 400) return { kind: "accepted", how: "" };
  throw new ConsumerFault(
    `The answer to ${what} was ${status}, which neither accepts the token nor refuses it. ${hintOf(status, consumer)}`,
  );
}

/** What may be behind a status that was not expected. */
function hintOf(status: number, { url }: ConsumerService): string {
  if (status >= 500) return "Does the service read claims before it has verified the token?";
  if (status === 404)
    return url === undefined ? "Say with `url` what to ask for." : "Does the service have this `url`?";
  return "If that is how the service refuses, say so with `refusedWith`.";
}

/** The code of a `ClaimsError`, which may be of another copy of the package. */
function codeOf(error: unknown): string | null {
  const isOurs = error instanceof Error && ["ClaimsError", "AuthenticationError"].includes(error.name);
  const code: unknown = isOurs ? Reflect.get(error, "code") : null;
  return typeof code === "string" ? code : null;
}

function givenRunner({ describe, it }: ConsumerRunOptions): TestRunner | null {
  return describe === undefined || it === undefined ? null : { describe, it };
}
