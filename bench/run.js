// Prints how long claimsmith takes beside what it is built on. `npm run bench`, or `npm run bench -- --quick`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { exportJWK, generateKeyPair, jwtVerify } from "jose";
import { issueAccessToken, validateAccessTokenClaims, verifyAccessToken } from "../generated/tokens/access-token.js";
import { jsonSchema } from "../generated/tokens/access-token.schema.js";
import { open } from "../generated/tokens/access-token.validator.js";
import { callMicroseconds, paired, processMs, syncMicroseconds } from "./measure.js";
import { writeProject } from "./projects.js";

const quick = process.argv.includes("--quick");
const rounds = quick ? 5 : 15;
const root = fileURLToPath(new URL("../", import.meta.url));
const cli = path.join(root, "dist/cli/main.js");
const json2ts = path.join(root, "node_modules/json-schema-to-typescript/dist/src/cli.js");
const node = process.execPath;

console.log(`Node ${process.version}, ${rounds} rounds, medians; ratios hold within one run.\n`);
await unchanged();
await cold();
await growth();
await validate();
await verify();

async function unchanged() {
  const cwd = writeProject(10, 50);
  processMs(node, [cli, "generate"], { cwd });
  const result = await paired(rounds * 2, {
    "node -e 0": () => processMs(node, ["-e", "0"]),
    "generate, unchanged": () => processMs(node, [cli, "generate"], { cwd }),
    "generate --check, unchanged": () => processMs(node, [cli, "generate", "--check"], { cwd }),
  });
  print("Unchanged input, 10 tokens of 50 claims (whole process, ms)", result, "node -e 0");
  rmSync(cwd, { recursive: true });
}

async function cold() {
  const cwd = writeProject(10, 50);
  const result = await paired(rounds, {
    "json2ts CLI (types only)": () => processMs(node, [json2ts, "-i", "schemas", "-o", "types"], { cwd }),
    "generate, cold": () => {
      rmSync(path.join(cwd, "generated"), { recursive: true, force: true });
      rmSync(path.join(cwd, "node_modules/.cache"), { recursive: true, force: true });
      return processMs(node, [cli, "generate"], { cwd });
    },
  });
  print("Cold, 10 tokens of 50 claims (whole process, ms)", result, "json2ts CLI (types only)");
  rmSync(cwd, { recursive: true });
}

async function growth() {
  const sizes = quick ? [100, 1000, 4000] : [100, 1000, 10_000];
  const rows = {};
  for (const claims of sizes) {
    const cwd = writeProject(1, claims);
    const { run } = await paired(quick ? 1 : 3, {
      run: () => {
        rmSync(path.join(cwd, "generated"), { recursive: true, force: true });
        rmSync(path.join(cwd, "node_modules/.cache"), { recursive: true, force: true });
        return processMs(node, [cli, "generate"], { cwd });
      },
    });
    rows[`1 token of ${claims} claims`] = run;
    rmSync(cwd, { recursive: true });
  }
  print("Growth (whole process, ms)", rows, `1 token of ${sizes[0]} claims`);
}

async function validate() {
  const standalone = await ajvStandalone("own", { allErrors: true, ownProperties: true });
  const inherited = await ajvStandalone("inherited", { allErrors: true });
  const claims = await sampleClaims();
  const calls = quick ? 50_000 : 300_000;
  const result = await paired(rounds, {
    "ajv standalone": () => syncMicroseconds(calls, () => standalone(claims) || fail()),
    "ajv standalone, inherited too": () => syncMicroseconds(calls, () => inherited(claims) || fail()),
    "generated validator": () => syncMicroseconds(calls, () => open(claims) || fail()),
    validateAccessTokenClaims: () =>
      syncMicroseconds(calls, () => "value" in validateAccessTokenClaims(claims) || fail()),
  });
  print("Validate one access token's claims (µs)", result, "ajv standalone");
}

/** What ajv itself writes for the sample's schema; with `ownProperties`, as here, a claim on a prototype does not count. */
async function ajvStandalone(name, options) {
  const ajv = new Ajv2020({ code: { source: true, esm: true }, strict: false, ...options });
  addFormats(ajv);
  const code = standaloneCode(ajv, ajv.compile(structuredClone(jsonSchema)));
  const file = path.join(root, `node_modules/.cache/claimsmith-bench-${name}.mjs`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n${code}`,
  );
  return (await import(pathToFileURL(file).href)).validate;
}

async function verify() {
  for (const alg of ["ES256", "EdDSA"]) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const token = await issueAccessToken(await inputClaims(), { key: privateKey });
    const calls = quick ? 500 : 2000;
    const options = {
      issuer: "https://auth.acme.example",
      audience: "https://api.acme.example",
      typ: "at+jwt",
      algorithms: [alg],
    };
    const jwk = { ...(await exportJWK(publicKey)), alg };
    const result = await paired(rounds, {
      "jose jwtVerify": () => callMicroseconds(calls, () => jwtVerify(token, publicKey, options)),
      "verifyAccessToken (CryptoKey)": () =>
        callMicroseconds(calls, () => verifyAccessToken(token, { key: publicKey })),
      "verifyAccessToken (JWK)": () => callMicroseconds(calls, () => verifyAccessToken(token, { key: jwk })),
    });
    print(`Verify one access token, ${alg} (µs)`, result, "jose jwtVerify");
  }
}

async function inputClaims() {
  return {
    aud: "https://api.acme.example",
    sub: "user-4711",
    client_id: "web-shop",
    scope: "invoices:read invoices:write",
    email: "ada@acme.example",
    email_verified: true,
    "https://acme.example/claims/role": "billing",
    "https://acme.example/claims/tenant": { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team", region: "eu" },
    "https://acme.example/claims/permissions": ["invoices:read", "invoices:write"],
  };
}

async function sampleClaims() {
  const now = Math.floor(Date.now() / 1000);
  return { ...(await inputClaims()), iss: "https://auth.acme.example", iat: now, exp: now + 900, jti: "0b0f2c1e" };
}

function print(title, result, base) {
  console.log(title);
  for (const [name, value] of Object.entries(result)) {
    console.log(
      `  ${name.padEnd(32)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)}   × ${(value / result[base]).toFixed(2)}`,
    );
  }
  console.log();
}

function fail() {
  throw new TypeError("A validator refused the sample's claims.");
}
