import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage } from "../../src/api/build-package.js";
import { infer } from "../../src/api/infer.js";
import { inspect } from "../../src/api/inspect.js";
import type { JsonObject } from "../../src/schema/json-schema.js";
import { complaintsOf } from "../support/infer.js";
import { testData } from "../support/test-data.js";

const DATA = testData("real-tokens");

interface Published {
  readonly id: string;
  readonly provider: string;
  readonly file: string;
  readonly header?: JsonObject;
}

function published(): readonly Published[] {
  if (DATA === null) return [];
  const index: { readonly payloads: readonly Published[] } = JSON.parse(
    readFileSync(path.join(DATA, "index.json"), "utf8"),
  );
  return index.payloads;
}

const claimsOf = ({ file }: Published): JsonObject => JSON.parse(readFileSync(path.join(DATA ?? "", file), "utf8"));

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-infer-")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What consumers and producers of the drafted package complain of, for each sample and the token that suits it best. */
async function roundTrip(name: string, samples: readonly Published[]) {
  const inputs = samples.map((sample) =>
    JSON.stringify(
      sample.header === undefined ? claimsOf(sample) : { header: sample.header, payload: claimsOf(sample) },
    ),
  );
  const out = path.join(folder, name);
  const { tokens, notes } = await infer({ inputs, out });
  const { project } = await buildPackage(path.join(out, "claims.config.json"));
  const complaints = samples.map((sample) => {
    const found = tokens.map(({ key }) => complaintsOf(project, key, claimsOf(sample)));
    const { open, closed } = found.sort(
      (a, b) => a.open.length + a.closed.length - b.open.length - b.closed.length,
    )[0] ?? {
      open: [],
      closed: [],
    };
    return [...open, ...closed];
  });
  return { tokens, notes, complaints };
}

/** What inspect says, shortly before it expires, of the token that had these claims. Nobody has its signature. */
async function inspected(name: string, sample: Published) {
  const config = path.join(folder, name, "claims.config.json");
  const { tokens }: { tokens: Record<string, { algorithms: readonly string[]; type?: string }> } = JSON.parse(
    readFileSync(config, "utf8"),
  );
  const [token] = Object.values(tokens);
  const header = {
    alg: token?.algorithms[0],
    ...(token?.type === undefined ? {} : { typ: token.type }),
    ...sample.header,
  };
  const claims = claimsOf(sample);
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return inspect({ text: `${parts.join(".")}.c2lnbmF0dXJl`, config, now: Number(claims["exp"]) - 1 });
}

describe.skipIf(DATA === null)(`drafts from published tokens${DATA === null ? " (not run: no test data)" : ""}`, () => {
  // No JWT may be like these: RFC 7519 demands a number for exp, and our verifiers demand that it is there.
  const isPossible = (claims: JsonObject) => typeof claims["exp"] === "number";

  it.each(published().map((sample) => [sample.id, sample] as const))("accept %s", async (id, sample) => {
    const { notes, complaints } = await roundTrip(id, [sample]);
    if (isPossible(claimsOf(sample))) {
      expect(complaints).toEqual([[]]);
      // Two were issued for tests and expire in 1970, before which there was no time.
      if (claimsOf(sample)["exp"] !== 0)
        expect(await inspected(id, sample)).toMatchObject({ acceptable: true, findings: [] });
    } else {
      expect(
        complaints
          .flat()
          .filter(({ params, instancePath }) => params["missingProperty"] !== "exp" && instancePath !== "/exp"),
      ).toEqual([]);
      expect(notes.some(({ level, message }) => level === "warning" && message.includes("exp"))).toBe(true);
    }
  });

  const providers = [...new Set(published().map(({ provider }) => provider))].map((provider) => ({
    provider,
    samples: published().filter((each) => each.provider === provider && isPossible(claimsOf(each))),
  }));

  it.each(providers.filter(({ samples }) => samples.length > 1))(
    "accept all of $provider together",
    async ({ provider, samples }) => {
      const { complaints } = await roundTrip(`all of ${provider.replace(/[^A-Za-z0-9]/g, "-")}`, samples);
      expect(complaints.flat()).toEqual([]);
    },
  );

  it("recognize the providers that are known", async () => {
    const wanted: readonly (readonly [string, string])[] = [
      ["auth0-m2m", "Auth0"],
      ["okta-access", "Okta"],
      ["entra-v1-access", "Microsoft Entra ID"],
      ["entra-v2-id-work", "Microsoft Entra ID"],
      ["google-id", "Google"],
      ["apple-id", "Apple"],
      ["cognito-access", "Amazon Cognito"],
      ["cognito-id-groups", "Amazon Cognito"],
      ["keycloak-access", "Keycloak"],
      ["keycloak-access-legacy", "Keycloak"],
      ["clerk-session-v1", "Clerk"],
      ["firebase-id", "Firebase"],
      ["kubernetes-sa-projected", "Kubernetes"],
      ["kubernetes-sa-eks", "Kubernetes"],
      ["github-actions", "GitHub Actions"],
      ["gitlab-ci-fulcio", "GitLab CI"],
      ["buildkite-agent", "Buildkite"],
      ["fly-machine", "Fly.io"],
      ["slack-userinfo", "Slack"],
    ];
    const found = await Promise.all(
      wanted.map(async ([id]) => {
        const sample = published().find((each) => each.id === id);
        if (sample === undefined) throw new TypeError(`There is no published token ${id}.`);
        const { tokens } = await infer({ inputs: [JSON.stringify(claimsOf(sample))] });
        return [id, tokens[0]?.provider];
      }),
    );
    expect(found).toEqual(wanted);
  });

  it("recognize none in what is of nobody in particular", async () => {
    const unknown = published().filter(({ id }) => /^(?:oidc-core|gematik|ga4gh|nats|stir|oid4v)/.test(id));
    expect(unknown.length).toBeGreaterThan(10);
    const found = await Promise.all(unknown.map((sample) => infer({ inputs: [JSON.stringify(claimsOf(sample))] })));
    expect(
      found.flatMap(({ tokens }) => tokens.map(({ provider }) => provider)).filter((provider) => provider !== null),
    ).toEqual([]);
  });
});
