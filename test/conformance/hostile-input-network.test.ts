import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ClaimsmithError } from "../../src/errors.js";
import { configOf, REPOSITORY } from "../support/project.js";
import { runCommand } from "../support/run-command.js";
import { scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";

// A schema may name any address; nobody is asked for it. A listener on this machine counts who calls.

let server: Server;
let base: string;
let calls = 0;
const folders: string[] = [];

beforeAll(async () => {
  server = createServer((_request, response) => response.end('{"type":"string"}'));
  server.on("connection", () => {
    calls++;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has such an address.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(calls).toBe(0);
});

function projectWith(schema: unknown): string {
  const folder = scratchFolder();
  folders.push(folder);
  writeProject(folder, { "claims.config.json": configOf({}, { output: "generated" }), "schema.json": schema });
  return folder;
}

type Address = (path: string) => string;
const claim = (schema: unknown) => ({ type: "object", properties: { role: schema } });
const DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema";

describe("an address in a schema", () => {
  it.each<[what: string, code: string, schema: (address: Address) => unknown]>([
    ["a $ref", "remote_ref", (at) => claim({ $ref: at("/a.json") })],
    ["a $ref with a fragment", "remote_ref", (at) => claim({ $ref: at("/a.json#/$defs/a") })],
    ["a $dynamicRef", "remote_ref", (at) => claim({ $dynamicRef: at("/a.json#meta") })],
    ["a $recursiveRef", "remote_ref", (at) => ({ $schema: DRAFT_2019, ...claim({ $recursiveRef: at("/a.json") }) })],
    ["a $ref relative to an $id", "remote_ref", (at) => ({ $id: at("/root.json"), ...claim({ $ref: "other.json" }) })],
    ["a $ref without a scheme", "remote_ref", (at) => claim({ $ref: at("/a.json").replace("http:", "") })],
    [
      "a $ref to the root of an $id's host",
      "remote_ref",
      (at) => ({ $id: at("/a/b.json"), ...claim({ $ref: "/c.json" }) }),
    ],
    ["a $schema", "unsupported_draft", (at) => ({ $schema: at("/schema"), ...claim({}) })],
    [
      "a $ref in a definition that nothing uses but another",
      "remote_ref",
      (at) => ({
        ...claim({ $ref: "#/$defs/a" }),
        $defs: { a: { allOf: [{ $ref: "#/$defs/b" }] }, b: { not: { $ref: at("/b.json") } } },
      }),
    ],
    [
      "a $ref of draft-07 beside an $id",
      "remote_ref",
      (at) => ({
        $schema: "http://json-schema.org/draft-07/schema#",
        ...claim({ $id: at("/x"), $ref: at("/y") }),
      }),
    ],
    ["a metaschema of the drafts", "remote_ref", () => claim({ $ref: "https://json-schema.org/draft/2020-12/schema" })],
  ])("is refused in %s: %s", async (_what, code, schema) => {
    const error = await tryGenerate(projectWith(schema((text) => base + text)));
    if (!(error instanceof ClaimsmithError)) throw new TypeError("It was generated.");
    expect(error.code).toBe(code);
    expect(error.at).toMatchObject({ file: "schema.json" });
  });

  it.each<[what: string, schema: (address: Address) => unknown]>([
    ["an $id", (at) => ({ $id: at("/root.json"), ...claim({ type: "string" }) })],
    [
      "an $id that a $ref means",
      (at) => ({
        $id: at("/root.json"),
        ...claim({ $ref: at("/a.json") }),
        $defs: { a: { $id: "a.json", type: "string" } },
      }),
    ],
    ["a $vocabulary", (at) => ({ $vocabulary: { [at("/vocabulary")]: true }, ...claim({ type: "string" }) })],
    [
      "a text",
      (at) => claim({ type: "string", description: at("/"), default: at("/"), format: "uri", examples: [at("/")] }),
    ],
    ["a const with the shape of a reference", (at) => claim({ const: { $ref: at("/a.json") } })],
    ["an unknown keyword with the shape of a schema", (at) => ({ ...claim({}), "x-more": { $ref: at("/a.json") } })],
    ["a definition that nothing uses", (at) => ({ ...claim({}), $defs: { a: { $ref: at("/a.json") } } })],
    ["contentSchema", (at) => claim({ type: "string", contentSchema: { $ref: at("/a.json") } })],
  ])("stays text in %s", async (_what, schema) => {
    const result = await tryGenerate(projectWith(schema((text) => base + text)));
    if (result instanceof Error) throw result;
    expect(result.written).toContain("tokens/token.js");
  });

  it("is refused by the command line as well", async () => {
    const folder = projectWith(claim({ $ref: `${base}/a.json` }));
    const main = path.join(REPOSITORY, "dist/cli/main.js");
    const { code, stdout, stderr } = await runCommand(process.execPath, [main, "generate"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("error [remote_ref]");
    expect(stderr).toContain("at schema.json:5:15 (/properties/role/$ref)");
  });
});

describe("an issuer or audience with an address", () => {
  it("is not called", async () => {
    const folder = scratchFolder();
    folders.push(folder);
    writeProject(folder, {
      "claims.config.json": configOf(
        { issuer: base, audience: base },
        { $schema: `${base}/config`, output: "generated", namespaces: [`${base}/`] },
      ),
      "schema.json": claim({}),
    });
    const result = await tryGenerate(folder);
    if (result instanceof Error) throw result;
    expect(result.written).toContain("tokens/token.js");
  });
});
