import { describe, expect, it } from "vitest";
import {
  type ConsumerRunOptions,
  type ConsumerService,
  type ConsumerVerify,
  describeConsumer,
} from "../../../../src/runtime/testing/describe-consumer.js";
import { createTokenIssuer } from "../../../../src/runtime/testing/token-issuer.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import { kitOf } from "../../../support/token-kit.js";

const { kit, consumer } = await kitOf(
  { type: "object", properties: { sub: {} }, required: ["sub"] },
  { algorithms: ["ES256"], audience: "https://api.acme.example" },
);
const verify: ConsumerVerify = (token, issuer) =>
  verifyToken(consumer, token, { key: issuer.key, now: issuer.clock.now() });

/** Runs what was registered; the messages of the tests that failed, by their names. */
async function faultsOf(
  tried: ConsumerVerify | ConsumerService,
  options: ConsumerRunOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const tests: [string, () => Promise<void>][] = [];
  await describeConsumer(kit, tried, {
    ...options,
    describe: (_, run) => run(),
    it: (name, run) => tests.push([name, run]),
  });
  const faults = new Map<string, string>();
  for (const [name, run] of tests) {
    await run().catch((error: Error) => faults.set(name, error.message));
  }
  expect(tests.length).toBeGreaterThan(15);
  return faults;
}

/** A consumer whose policy lacks a check. */
function leaky(policy: Partial<typeof consumer.policy>, acceptedTypes = consumer.acceptedTypes): ConsumerVerify {
  const { audience: _, ...rest } = consumer.policy;
  const whole =
    "audience" in policy ? { ...rest, lifetime: consumer.policy.lifetime } : { ...consumer.policy, ...policy };
  return (token, issuer) =>
    verifyToken({ ...consumer, policy: whole, acceptedTypes }, token, { key: issuer.key, now: issuer.clock.now() });
}

describe("describeConsumer", () => {
  it("finds nothing in a consumer that refuses all that it has to", async () => {
    expect(await faultsOf(verify)).toEqual(new Map());
  });

  it.each([
    ["the audience", leaky({ audience: "" }), ["refuses wrongAudience: audience_mismatch"]],
    ["the lifetime", leaky({ lifetime: 1e9 }), ["refuses livesTooLong: lifetime_exceeded"]],
    ["the size", leaky({ maxTokenBytes: 1e9 }), ["refuses tooLarge: token_too_large"]],
    ["the type", leaky({}, ["JWT", "another-kind+jwt"]), ["refuses wrongType: type_mismatch"]],
  ])("finds a consumer that forgets %s", async (_, tried, want) => {
    const faults = await faultsOf(tried);
    expect([...faults.keys()]).toEqual(want);
    expect([...faults.values()][0]).toMatch(/was accepted\. It has to be refused with \w+\.$/);
  });

  it("finds a consumer that refuses everything, and one that has another clock", async () => {
    const faults = await faultsOf(() => Promise.reject(new TypeError("no")));
    expect([...faults.keys()]).toEqual(["accepts a good token"]);
    const issuer = await createTokenIssuer([kit.policy], { now: new Date("2020-01-01T00:00:00Z") });
    const late: ConsumerVerify = (token, { key }) => verifyToken(consumer, token, { key });
    expect((await faultsOf(late, { issuer })).get("accepts a good token")).toContain("(expired)");
  });

  it("tells a token that is refused for another reason than its fault", async () => {
    const other = { ...consumer, policy: { ...consumer.policy, audience: "https://other.example" } };
    const faults = await faultsOf((token, issuer) =>
      verifyToken(other, token, { key: issuer.key, now: issuer.clock.now() }),
    );
    expect(faults.get('refuses missing("sub"): invalid_claims')).toBe(
      'The bad token missing("sub") was refused for another reason, audience_mismatch. It has to be refused with invalid_claims.',
    );
  });

  it("takes a service that answers requests, whose status counts", async () => {
    const answer = (status: number, anonymous = 401): ConsumerService => ({
      request: async (request, issuer) => {
        const token = request.headers.get("authorization")?.slice("Bearer ".length);
        if (token === undefined) return { status: anonymous };
        return Promise.resolve(verify(token, issuer)).then(
          () => ({ status: 200 }),
          () => ({ status }),
        );
      },
    });
    expect(await faultsOf(answer(401))).toEqual(new Map());
    expect([...(await faultsOf(answer(401, 200))).keys()]).toEqual(["refuses a request without a token"]);
    expect([...(await faultsOf(answer(403))).values()][0]).toContain(
      "403, which neither accepts the token nor refuses it",
    );
    expect(await faultsOf({ ...answer(403), refusedWith: [401, 403] })).toEqual(new Map());
    expect((await faultsOf(answer(500))).get("refuses expired: expired")).toBe(
      "The answer to the bad token expired was 500, which neither accepts the token nor refuses it. Does the service read claims before it has verified the token?",
    );
    const elsewhere = await faultsOf({ request: async () => ({ status: 404 }), url: "https://service.example/orders" });
    expect(elsewhere.get("accepts a good token")).toContain("Does the service have this `url`?");
    expect(elsewhere.get("refuses a request without a token")).toContain(
      "The answer to a request without a token was 404",
    );
    // As JavaScript may do.
    const silent = { request: () => undefined } as unknown as ConsumerService;
    expect((await faultsOf(silent)).get("accepts a good token")).toBe(
      "`request` has to give back a Response, or a promise of one.",
    );
  });

  it("takes a consumer that says by what it gives back that it refuses, and asks of one that seems to", async () => {
    const soft: ConsumerVerify = async (token, issuer) => {
      try {
        return await verify(token, issuer);
      } catch {
        return null;
      }
    };
    expect(await faultsOf(soft, { isAccepted: (result) => result !== null })).toEqual(new Map());
    expect((await faultsOf(soft)).get("refuses expired: expired")).toBe(
      "The bad token expired was accepted. It has to be refused with expired. The consumer did not throw, but gave back null: if that is how it refuses, say so with `isAccepted`.",
    );
    const faults = await faultsOf(verify, { isAccepted: () => false });
    expect(faults.get("accepts a good token")).toContain("(`isAccepted` says so)");
  });

  it("registers its tests before it returns where the test runner is known, for modules that cannot await", () => {
    const names: string[] = [];
    void describeConsumer(kit, verify, { describe: (_, run) => run(), it: (name) => names.push(name) });
    expect(names).toContain("accepts a good token");
  });
});
