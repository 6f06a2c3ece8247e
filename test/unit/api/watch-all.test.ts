import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { type GeneratedPackage, type Watching, watchAll } from "../../../src/index.js";
import { temporaryFolder } from "../io/temporary-folder.js";

let watching: Watching | undefined;
afterEach(async () => {
  await watching?.close();
  watching = undefined;
});

/** Two packages, and a way to wait for the next that is told of: a result, or the file that an error names. */
async function start(): Promise<{ next: () => Promise<string>; write: (file: string, value: unknown) => void }> {
  const folder = temporaryFolder();
  const write = (file: string, value: unknown): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), JSON.stringify(value));
  };
  for (const name of ["a", "b"]) {
    write(`${name}/claims.config.json`, {
      package: { name, version: "1.0.0" },
      tokens: { session: { schema: "session.json", algorithms: ["ES256"], lifetime: "15m" } },
    });
    write(`${name}/session.json`, { type: "object" });
  }
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const tell = (event: string): void => {
    events.push(event);
    waiting.shift()?.();
  };
  watching = await watchAll({
    configs: ["*"],
    cwd: folder,
    onResult: ({ config, written }: GeneratedPackage) =>
      tell(`${config}: ${written.length > 0 ? "written" : "as it was"}`),
    onError: ({ code, at }) => tell(`${at?.file}: ${code}`),
  });
  return {
    write,
    async next() {
      if (events.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return events.shift() ?? "";
    },
  };
}

it("generates each package at the start, and later the one whose files change", async () => {
  const { next, write } = await start();
  expect([await next(), await next()]).toEqual(["a/claims.config.json: written", "b/claims.config.json: written"]);
  write("b/session.json", { type: "object", properties: { role: { type: "string" } } });
  expect(await next()).toBe("b/claims.config.json: written");
  write("a/session.json", []);
  expect(await next()).toBe("a/session.json: invalid_schema");
  write("a/session.json", { type: "object", properties: { role: { type: "string" } } });
  expect(await next()).toBe("a/claims.config.json: written");
});
