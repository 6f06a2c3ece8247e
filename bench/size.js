// What a service or a page loads to verify one kind of token: bundled by esbuild, minified, compressed.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleVerify, foreignInputs, importBundle } from "./bundle.js";
import { goal } from "./goals.js";
import { ALL_CHECKS } from "./opponents/checks.js";
import { proveVerifier } from "./prove-verifier.js";
import { createKey } from "./sample/keys.js";
import { createBadTokens, createToken } from "./sample/tokens.js";
import { figure } from "./table.js";

const CLAIMSMITH = "claimsmith";
const LIMIT_KB = 8.5;

/** Those who write the same verify by hand. */
const BY_HAND = {
  "jose + ajv + ajv-formats": "jose-ajv.js",
  "jose + zod": "jose-zod.js",
  "jose + zod/mini": "jose-zod-mini.js",
  "jose + valibot": "jose-valibot.js",
};

/** The ways to bundle: for whom, and with jose in it or beside it. */
const WAYS = [
  { title: "Node, all in", platform: "node", external: [] },
  { title: "Node, jose beside", platform: "node", external: ["jose"] },
  { title: "browser, all in", platform: "browser", external: [] },
  { title: "browser, jose beside", platform: "browser", external: ["jose"] },
];

/** Measures the section "size". */
export async function size({ sample }) {
  const entries = new Map([[CLAIMSMITH, writeEntry(sample)]]);
  for (const [name, file] of Object.entries(BY_HAND)) {
    entries.set(name, fileURLToPath(new URL(`./bundles/${file}`, import.meta.url)));
  }
  const bundles = new Map();
  for (const [name, entry] of entries) bundles.set(name, await bundleAll(name, entry, sample));

  const ours = bundles.get(CLAIMSMITH);
  const [node, , browser] = ours;
  return {
    title: "Size",
    text: [
      "What `import { verifyAccessToken }` brings along: bundled by esbuild as an ES module, minified, and compressed (gzip 9); 1 KB is",
      "1000 bytes. The package of the sample holds four kinds of token and the helpers that issue them; one kind is imported. By hand the",
      "same claims, issuer, audience, algorithm and `typ` are checked. Each bundle is run, and has to refuse what it should.",
    ],
    tables: [
      {
        title: "`verifyAccessToken` (KB, gzip)",
        columns: ["", ...WAYS.map(({ title }) => title)],
        rows: [...bundles].map(([name, results]) => [name, ...results.map(({ gzipKb }) => figure(gzipKb))]),
      },
    ],
    goals: [
      goal("size of verifyAccessToken for Node, all in", node.gzipKb, LIMIT_KB, kilobytes),
      goal("size of verifyAccessToken for browsers, all in", browser.gzipKb, LIMIT_KB, kilobytes),
      goal("bytes of issue or of other tokens in it", Math.max(...ours.map(foreignInputs)), 0, String),
    ],
  };
}

/** A service that imports one helper of the package. */
function writeEntry({ folder }) {
  const entry = path.join(folder, "verify.mjs");
  writeFileSync(entry, 'export { verifyAccessToken } from "@bench/claims";\n');
  return entry;
}

async function bundleAll(name, entry, { folder }) {
  const results = [];
  for (const way of WAYS) {
    const bundle = await bundleVerify(entry, way);
    await prove(name, await importBundle(bundle, folder));
    results.push(bundle);
  }
  return results;
}

/** Ends the run where a bundle does not verify. */
async function prove(name, { verifyAccessToken }) {
  const { signing, verifying } = createKey("ES256");
  const key = verifying.export({ format: "jwk" });
  const contestant = {
    name: `the bundle of ${name}`,
    checks: ALL_CHECKS,
    verify: (token) => verifyAccessToken(token, { key }),
  };
  await proveVerifier(contestant, [createToken("ES256", signing)], createBadTokens("ES256", signing));
}

function kilobytes(value) {
  return figure(value, "KB");
}
