import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTokenInput } from "../../../../src/io/tokens/token-input.js";
import { temporaryFolder } from "../temporary-folder.js";

async function* chunks(...parts: readonly (string | Uint8Array)[]) {
  yield* parts;
}

const read = (argument: string, folder = ".", input: AsyncIterable<string | Uint8Array> = chunks()) =>
  readTokenInput(argument, folder, input);

describe("readTokenInput", () => {
  it.each(["eyJh.eyJz.c2ln", "Bearer eyJh.eyJz.c2ln", "", "a\0b", "x".repeat(5000), '{"a":1}', "a b.json"])(
    "takes %.20j for itself",
    async (text) => {
      expect(await read(text)).toBe(text);
    },
  );

  it("reads the standard input", async () => {
    expect(await read("-", ".", chunks("eyJ", Buffer.from("h.x")))).toBe("eyJh.x");
  });

  it("reads a file, also in UTF-16 as some shells write it", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "token"), "eyJh.x.y\n");
    writeFileSync(path.join(folder, "wide.txt"), Buffer.from("\ufeffeyJh.x.y", "utf16le"));
    writeFileSync(path.join(folder, "bytes"), Uint8Array.of(0x65, 0xff));
    expect(await read("token", folder)).toBe("eyJh.x.y\n");
    expect(await read("wide.txt", folder)).toBe("eyJh.x.y");
    expect(await read("bytes", folder)).toBe("e\ufffd");
  });

  it("reads no more than the beginning of what is longer than any token", async () => {
    const folder = temporaryFolder();
    const file = openSync(path.join(folder, "large"), "w");
    ftruncateSync(file, 100 * 1024 * 1024);
    closeSync(file);
    expect((await read("large", folder)).length).toBe(2_097_160);
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield "x".repeat(65_536);
      }
    }
    await read("-", ".", endless());
    expect(given).toBeLessThan(3_000_000);
  });

  it.each(["token.jwt", "tokens/a.txt", "./token", "../no-such-file"])(
    "refuses %s, which is not there",
    async (name) => {
      const error = await read(name, temporaryFolder()).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "cannot_read", message: expect.stringMatching(/there is no such file\.$/) });
    },
  );

  it("takes the name of a folder for a text where it could be a token", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "eyJh"));
    expect(await read("eyJh", folder)).toBe("eyJh");
  });

  it("refuses what is there and no file", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "tokens"));
    for (const [name, is] of [
      ["tokens", "a folder"],
      [os.devNull, "a device, pipe or socket"],
    ] as const) {
      const error = await read(name, folder).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: "cannot_read",
        message: expect.stringMatching(new RegExp(`: it is ${is}\\.$`)),
      });
    }
  });
});
