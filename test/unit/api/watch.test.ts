import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TokenFiles, tokenFiles } from "../../../src/emit/token-files.js";
import { type GenerateResult, generate, type Watching, watch } from "../../../src/index.js";

const TOKENS = ["access", "invite", "session"];
/** Tokens computed since they were last looked at. */
let computed: string[] = [];

vi.mock("../../../src/emit/token-files.js", async (load) => {
  const original = await load<typeof import("../../../src/emit/token-files.js")>();
  const counted: typeof tokenFiles = (token, surroundings): Promise<TokenFiles> => {
    computed.push(token.key);
    return original.tokenFiles(token, surroundings);
  };
  return { ...original, tokenFiles: counted };
});

let folder: string;
let watching: Watching | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "claimsmith-watch-"));
  const tokens = TOKENS.map((key) => [key, { schema: `${key}.json`, algorithms: ["ES256"], lifetime: "15m" }]);
  write("claims.config.json", {
    package: { name: "@acme/claims", version: "1.0.0" },
    tokens: Object.fromEntries(tokens),
  });
  for (const key of TOKENS) write(`${key}.json`, schemaOf("string"));
  computed = [];
});
afterEach(async () => {
  await watching?.close();
  watching = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function schemaOf(type: string): unknown {
  return { type: "object", properties: { role: { type } } };
}

function write(file: string, value: unknown): void {
  writeFileSync(path.join(folder, file), JSON.stringify(value));
}

/** Watches the folder; each call of the function it gives waits for the next result. */
async function start(): Promise<() => Promise<GenerateResult>> {
  const results: GenerateResult[] = [];
  const told: (() => void)[] = [];
  watching = await watch({
    cwd: folder,
    onResult: (result) => {
      results.push(result);
      told.shift()?.();
    },
    onError: (error) => expect.fail(String(error)),
  });
  return async () => {
    if (results.length === 0) await new Promise<void>((resolve) => told.push(resolve));
    return results.shift() ?? expect.fail("There is no result.");
  };
}

describe("watch", () => {
  it.each(["from nothing", "on a package that is up to date"])(
    "computes only the token that changed, %s",
    async (how) => {
      if (how !== "from nothing") await generate({ cwd: folder });
      computed = [];
      const next = await start();
      const first = await next();
      expect(first.written.length === 0).toBe(how !== "from nothing");
      // Also where there was nothing to write: the next change shall not wait for all.
      expect(computed).toEqual(TOKENS);

      for (const key of ["session", "access", "session"]) {
        computed = [];
        const type = readFileSync(path.join(folder, `${key}.json`), "utf8").includes("string") ? "boolean" : "string";
        write(`${key}.json`, schemaOf(type));
        const { written } = await next();
        expect(written).toContain(`tokens/${key}.d.ts`);
        expect(written.filter((file) => file.startsWith("tokens/") && !file.startsWith(`tokens/${key}.`))).toEqual([]);
        expect(computed).toEqual([key]);
        expect(readFileSync(path.join(folder, `generated/tokens/${key}.d.ts`), "utf8")).toContain(`role?: ${type};`);
      }
      await watching?.close();
      expect(await generate({ cwd: folder, check: true })).toMatchObject({ files: [] });
    },
  );

  it("remembers nothing from one watch to the next", async () => {
    await (await start())();
    await watching?.close();
    computed = [];
    await (await start())();
    expect(computed).toEqual(TOKENS);
  });
});
