import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { readRuntime } from "../../../src/io/project/runtime-sources.js";
import { compileStrictly } from "../../support/compile-strictly.js";
import { configOf, projectOf, REPOSITORY } from "../../support/project.js";

const SCHEMA = {
  type: "object",
  properties: {
    sub: {},
    role: { enum: ["admin", "member"] },
    address: {
      type: "object",
      properties: { city: { type: "string" }, lines: { type: "array", items: { type: "string" } } },
      required: ["city"],
    },
    plan: {
      oneOf: [
        { type: "object", properties: { kind: { const: "free" } }, required: ["kind"] },
        {
          type: "object",
          properties: { kind: { const: "paid" }, seats: { type: "integer" } },
          required: ["kind", "seats"],
        },
      ],
    },
    odd: { type: "string", not: { type: "string" } },
  },
  required: ["sub", "role"],
};

const USE = `
import { badTokens, describeTokenConsumer, exampleOtherClaims, exampleTokenClaims, fakeIssuer } from "./testing.js";

exampleTokenClaims().role satisfies "admin" | "member";
exampleTokenClaims({ role: "member", address: { city: "Bonn" }, plan: { kind: "paid" } });
exampleTokenClaims({ address: undefined, plan: { seats: 3 } });
// @ts-expect-error no such value
exampleTokenClaims({ role: "owner" });
// @ts-expect-error no such member, deep down
exampleTokenClaims({ address: { town: "Bonn" } });
// @ts-expect-error lists are replaced as a whole, by lists of the same
exampleTokenClaims({ address: { lines: [1] } });
// @ts-expect-error a required claim is not taken out
exampleTokenClaims({ sub: undefined });
// @ts-expect-error no such claim
exampleTokenClaims({ rolle: "admin" });

// @ts-expect-error there is no example of "odd", which has to be given
exampleOtherClaims({ role: "admin" });

const issuer = await fakeIssuer({ now: 1_767_225_600 });
issuer.clock.move("-5m");
// @ts-expect-error a duration has a unit
issuer.clock.move("5");
(await issuer.issueToken({ role: "admin" }, { expiresIn: "1m" })) satisfies string;
const bad = badTokens(issuer);
(await bad.missing("role")) satisfies string;
(await bad.invalid("address")) satisfies string;
// @ts-expect-error it is not required
bad.missing("address");
// @ts-expect-error the policy has no audience
bad.wrongAudience();
await describeTokenConsumer((token) => token.length, { issuer });
await describeTokenConsumer({ request: () => ({ status: 401 }), refusedWith: [401, 403] });
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "claimsmith-kit-types-"));
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  const policy = { algorithms: ["ES256"], lifetime: "15m" };
  const tokens = { token: { schema: "schema.json", ...policy }, other: { schema: "other.json", ...policy } };
  const other = { ...SCHEMA, required: [...SCHEMA.required, "odd"] };
  const files = await generatePackage(
    projectOf(configOf({}, { tokens }), { "schema.json": SCHEMA, "other.json": other }, readRuntime("js")),
  );
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  await writeFile(path.join(folder, "use.ts"), USE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the types of the test kit", () => {
  // The golden packages are compiled with the types of Node.
  it("say what a test may ask for, also where there are no types of Node", async () => {
    expect(await compileStrictly(folder, ["use.ts"], { types: [], lib: ["ES2022", "DOM"] })).toEqual([]);
  }, 60_000);
});
