import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ClaimsmithError } from "../../../../src/errors.js";
import { withManifest } from "../../../../src/io/package/package-manifest.js";
import { type WriteResult, writePackage } from "../../../../src/io/package/write-package.js";
import { readTree, temporaryFolder, writeTree } from "../temporary-folder.js";

const FIRST = new Map([
  ["package.json", "{}\n"],
  ["index.js", "export {};\n"],
  ["tokens/access-token.js", "// access\n"],
  ["tokens/id-token.js", "// id\n"],
]);
const SECOND = new Map([
  ["package.json", "{}\n"],
  ["index.js", "export const second = 2;\n"],
  ["tokens/access-token.js", "// access\n"],
  ["runtime/verify/verify.js", "// verify\n"],
]);

function write(folder: string, files: ReadonlyMap<string, string>, inputs = "1"): WriteResult {
  return writePackage(path.join(folder, "generated"), files, { inputs, within: folder });
}

function treeOf(files: ReadonlyMap<string, string>, inputs = "1"): Record<string, string> {
  return Object.fromEntries(withManifest(files, inputs));
}

function identities(folder: string): Map<string, string> {
  return new Map(
    Object.keys(readTree(folder)).map((name) => {
      const stat = fs.lstatSync(path.join(folder, name), { bigint: true });
      return [name, `${stat.ino} ${stat.mtimeNs} ${stat.mode}`];
    }),
  );
}

function errorOf(action: () => unknown): {
  code: string;
  message: string;
  file: string | undefined;
  hint: string | undefined;
} {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ClaimsmithError)) throw error;
    return { code: error.code, message: error.message, file: error.at?.file, hint: error.hint };
  }
  return expect.fail("nothing was thrown");
}

afterEach(() => vi.restoreAllMocks());

describe("writePackage", () => {
  it("writes a new package with its manifest and says so", () => {
    const folder = temporaryFolder();
    expect(write(folder, FIRST)).toEqual({
      written: [".claimsmith.json", "index.js", "package.json", "tokens/access-token.js", "tokens/id-token.js"],
      removed: [],
      unchanged: 0,
    });
    expect(readTree(path.join(folder, "generated"))).toEqual(treeOf(FIRST));
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
  });

  it("makes the folders above the output", () => {
    const folder = temporaryFolder();
    writePackage(path.join(folder, "packages/claims/out"), FIRST, { inputs: "1", within: folder });
    expect(readTree(path.join(folder, "packages/claims/out"))).toEqual(treeOf(FIRST));
  });

  it("touches nothing at all when nothing differs", () => {
    const folder = temporaryFolder();
    write(folder, FIRST);
    const before = [identities(folder), fs.statSync(path.join(folder, "generated")).ino, fs.statSync(folder).mtimeMs];
    const result = write(folder, new Map([...FIRST].reverse()));
    expect(result).toEqual({ written: [], removed: [], unchanged: 5 });
    expect([identities(folder), fs.statSync(path.join(folder, "generated")).ino, fs.statSync(folder).mtimeMs]).toEqual(
      before,
    );
  });

  it("replaces what changed, removes what is left over and keeps the rest as the same files", () => {
    const folder = temporaryFolder();
    write(folder, FIRST);
    const before = identities(folder);
    expect(write(folder, SECOND, "2")).toEqual({
      written: [".claimsmith.json", "index.js", "runtime/verify/verify.js"],
      removed: ["tokens/id-token.js"],
      unchanged: 2,
    });
    expect(readTree(path.join(folder, "generated"))).toEqual(treeOf(SECOND, "2"));
    const after = identities(folder);
    for (const name of ["generated/package.json", "generated/tokens/access-token.js"]) {
      expect(after.get(name), name).toBe(before.get(name));
    }
    expect(after.get("generated/index.js")).not.toBe(before.get("generated/index.js"));
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
  });

  it("removes a folder of which every file is left over, and no other empty one", () => {
    const folder = temporaryFolder();
    write(folder, SECOND);
    fs.mkdirSync(path.join(folder, "generated/mine/empty"), { recursive: true });
    expect(write(folder, FIRST).removed).toEqual(["runtime/verify/verify.js"]);
    expect(readTree(path.join(folder, "generated"))).toEqual({ ...treeOf(FIRST), "mine/empty": "/" });
  });

  it("keeps everything that it did not write, as the same files, nested ones and links too", () => {
    const folder = temporaryFolder();
    const output = path.join(folder, "generated");
    write(folder, FIRST);
    const foreign = {
      "CHANGELOG.md": "mine",
      ".npmrc": "x=1",
      "node_modules/jose/index.js": "// jose",
      "tokens/notes.txt": "a note beside generated files",
      "runtime/own.txt": "where a generated folder will come",
    };
    writeTree(output, foreign);
    fs.symlinkSync("../elsewhere", path.join(output, "dangling"));
    fs.symlinkSync("tokens", path.join(output, "to-folder"));
    fs.mkdirSync(path.join(output, "locked"));
    writeTree(output, { "locked/in.txt": "in" });
    fs.chmodSync(path.join(output, "locked"), 0o555);
    fs.chmodSync(path.join(output, ".npmrc"), 0o600);
    fs.utimesSync(path.join(output, "node_modules"), 1000, 1000);
    const before = identities(output);
    write(folder, SECOND, "2");
    expect(readTree(output)).toEqual({
      ...treeOf(SECOND, "2"),
      ...foreign,
      "locked/in.txt": "in",
      dangling: "-> ../elsewhere",
      "to-folder": "-> tokens",
    });
    const after = identities(output);
    for (const name of [...Object.keys(foreign), "locked/in.txt"]) expect(after.get(name), name).toBe(before.get(name));
    expect(fs.statSync(path.join(output, "locked")).mode & 0o777).toBe(0o555);
    expect(fs.statSync(path.join(output, "node_modules")).mtimeMs).toBe(1_000_000);
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
  });

  it("keeps the mode of the output folder", () => {
    const folder = temporaryFolder();
    write(folder, FIRST);
    fs.chmodSync(path.join(folder, "generated"), 0o750);
    write(folder, SECOND);
    expect(fs.statSync(path.join(folder, "generated")).mode & 0o777).toBe(0o750);
  });

  it("brings back a file that was edited, removed or made a link", () => {
    const folder = temporaryFolder();
    const output = path.join(folder, "generated");
    write(folder, FIRST);
    fs.appendFileSync(path.join(output, "index.js"), "// edited");
    fs.rmSync(path.join(output, "package.json"));
    fs.rmSync(path.join(output, "tokens/id-token.js"));
    writeTree(folder, { "target.js": "// id\n" });
    fs.symlinkSync("../../target.js", path.join(output, "tokens/id-token.js"));
    expect(write(folder, FIRST)).toEqual({
      written: ["index.js", "package.json", "tokens/id-token.js"],
      removed: [],
      unchanged: 2,
    });
    expect(readTree(output)).toEqual(treeOf(FIRST));
    expect(fs.readFileSync(path.join(folder, "target.js"), "utf8")).toBe("// id\n");
  });

  it("copies with times and mode where there are no hard links", () => {
    const folder = temporaryFolder();
    const output = path.join(folder, "generated");
    write(folder, FIRST);
    writeTree(output, { "CHANGELOG.md": "mine" });
    for (const name of ["CHANGELOG.md", "package.json"]) {
      fs.chmodSync(path.join(output, name), 0o640);
      fs.utimesSync(path.join(output, name), 1000, 2000);
    }
    vi.spyOn(fs, "linkSync").mockImplementation(() => {
      throw Object.assign(new Error("no links here"), { code: "ENOTSUP" });
    });
    write(folder, SECOND);
    expect(readTree(output)).toEqual({ ...treeOf(SECOND), "CHANGELOG.md": "mine" });
    for (const name of ["CHANGELOG.md", "package.json"]) {
      const stat = fs.statSync(path.join(output, name));
      expect([stat.mode & 0o777, stat.mtimeMs], name).toEqual([0o640, 2_000_000]);
    }
  });

  it("takes over an empty folder, and a folder of which the files are none of its own", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "generated/CHANGELOG.md": "mine", "generated/package.json": "{}\n" });
    expect(write(folder, FIRST).unchanged).toBe(1);
    expect(readTree(path.join(folder, "generated"))).toEqual({ ...treeOf(FIRST), "CHANGELOG.md": "mine" });
    const empty = temporaryFolder();
    fs.mkdirSync(path.join(empty, "generated"));
    write(empty, FIRST);
    expect(readTree(path.join(empty, "generated"))).toEqual(treeOf(FIRST));
  });

  it("writes a file of a merge that the manifest does not list, and a manifest with the marks of a conflict", () => {
    const folder = temporaryFolder();
    const output = path.join(folder, "generated");
    write(folder, FIRST);
    writeTree(output, {
      ".claimsmith.json": "<<<<<<< ours\n{\n",
      "runtime/verify/verify.js": "// of another branch\n",
    });
    write(folder, SECOND);
    expect(readTree(output)).toEqual({ ...treeOf(SECOND), "tokens/id-token.js": "// id\n" });
  });

  it("removes nothing outside the output, whatever a manifest lists", () => {
    const folder = temporaryFolder();
    write(folder, FIRST);
    writeTree(folder, {
      "precious.txt": "precious",
      "generated/.claimsmith.json": JSON.stringify({
        inputs: "1",
        files: {
          "../precious.txt": "0",
          "tokens/../../precious.txt": "0",
          "/etc/hostname": "0",
          "": "0",
          __proto__: "0",
        },
      }),
    });
    write(folder, SECOND);
    expect(fs.readFileSync(path.join(folder, "precious.txt"), "utf8")).toBe("precious");
  });

  it.each([
    ["../escape.js"],
    ["/absolute.js"],
    ["a/../b.js"],
    ["a//b.js"],
    ["./a.js"],
    ["a\\b.js"],
    ["c:a.js"],
    ["nul\0.js"],
    [".claimsmith.json"],
    [""],
  ])("refuses %j as the path of a generated file before anything is written", (name) => {
    const folder = temporaryFolder();
    expect(() => write(folder, new Map([[name, ""]]))).toThrow(TypeError);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("refuses a path that is both a file and a folder", () => {
    const folder = temporaryFolder();
    expect(() =>
      write(
        folder,
        new Map([
          ["a", ""],
          ["a/b", ""],
        ]),
      ),
    ).toThrow('"a" is both a file and a folder.');
  });

  describe("refuses to destroy what it did not write", () => {
    const cases: { name: string; given: (output: string) => void; message: RegExp }[] = [
      {
        name: "a different file in a folder without a manifest",
        given: (output) => writeTree(output, { "index.js": "mine" }),
        message: /generated\/index\.js is a file that claimsmith did not write, where a file of the package must go\.$/,
      },
      {
        name: "a link in a folder without a manifest",
        given: (output) => {
          fs.mkdirSync(output);
          fs.symlinkSync("nowhere", path.join(output, "index.js"));
        },
        message: /generated\/index\.js is a link, where a file of the package must go\.$/,
      },
      {
        name: "a folder where a file must go",
        given: (output) => {
          write(path.dirname(output), new Map());
          writeTree(output, { "index.js/mine.txt": "mine" });
        },
        message: /generated\/index\.js is a folder, where a file of the package must go\.$/,
      },
      {
        name: "a file where a folder must go",
        given: (output) => {
          write(path.dirname(output), new Map());
          writeTree(output, { tokens: "mine" });
        },
        message: /generated\/tokens is a file, where a folder of the package must go\.$/,
      },
      {
        name: "a link where a folder must go",
        given: (output) => {
          write(path.dirname(output), new Map());
          fs.symlinkSync("..", path.join(output, "tokens"));
        },
        message: /generated\/tokens is a link, where a folder of the package must go\.$/,
      },
    ];
    it.each(cases)("$name", ({ given, message }) => {
      const folder = temporaryFolder();
      given(path.join(folder, "generated"));
      const before = readTree(folder);
      const error = errorOf(() => write(folder, FIRST));
      expect(error.code).toBe("cannot_write");
      expect(error.message).toMatch(message);
      expect(error.hint).toBe("Move it away, or name another folder as `output`.");
      expect(readTree(folder)).toEqual(before);
    });
  });

  describe("refuses an output", () => {
    it.each([
      {
        name: "that is a file",
        output: "file.txt",
        code: "not_a_folder",
        message: /file\.txt is a file, and the output needs a folder there\.$/,
      },
      {
        name: "below a file",
        output: "file.txt/generated",
        code: "not_a_folder",
        message: /file\.txt is a file, and the output needs a folder there\.$/,
      },
      {
        name: "behind a link to a file",
        output: "link-file/generated",
        code: "not_a_folder",
        message: /link-file is a file, and the output needs a folder there\.$/,
      },
      {
        name: "that is a link",
        output: "link-inside",
        code: "output_outside",
        message: /link-inside is a link and may lead out of the config's folder\.$/,
      },
      {
        name: "that is a dangling link",
        output: "dangling",
        code: "output_outside",
        message: /dangling is a link and may lead out of the config's folder\.$/,
      },
      {
        name: "behind a link that leads out",
        output: "link-out/generated",
        code: "output_outside",
        message: /link-out\/generated is behind a link that leads out of the config's folder\.$/,
      },
      {
        name: "behind a dangling link",
        output: "dangling/generated",
        code: "output_outside",
        message: /dangling\/generated is behind a link that may lead out of the config's folder\.$/,
      },
      {
        name: "above the config",
        output: "..",
        code: "output_outside",
        message: / is not inside the config's folder\.$/,
      },
      {
        name: "that is the config's folder",
        output: ".",
        code: "output_outside",
        message: / is not inside the config's folder\.$/,
      },
    ])("$name", ({ output, code, message }) => {
      const outer = temporaryFolder();
      const folder = path.join(outer, "project");
      writeTree(folder, { "file.txt": "mine", "inside/mine.txt": "mine" });
      fs.symlinkSync("inside", path.join(folder, "link-inside"));
      fs.symlinkSync("file.txt", path.join(folder, "link-file"));
      fs.symlinkSync("..", path.join(folder, "link-out"));
      fs.symlinkSync("nowhere", path.join(folder, "dangling"));
      const before = readTree(outer);
      const at = { file: "claims.config.json", line: 3 };
      const error = errorOf(() => writePackage(path.join(folder, output), FIRST, { inputs: "1", within: folder, at }));
      expect(error).toMatchObject({ code, file: "claims.config.json" });
      expect(error.message).toMatch(message);
      expect(readTree(outer)).toEqual(before);
    });

    it("but not one behind a link that stays in the config's folder", () => {
      const folder = temporaryFolder();
      fs.mkdirSync(path.join(folder, "packages"));
      fs.symlinkSync("packages", path.join(folder, "pkg"));
      writePackage(path.join(folder, "pkg/generated"), FIRST, { inputs: "1", within: folder });
      expect(readTree(path.join(folder, "packages/generated"))).toEqual(treeOf(FIRST));
    });
  });

  describe("when another run finishes meanwhile", () => {
    const OTHER = new Map([
      ["package.json", '{ "other": true }\n'],
      ["other-token.js", "// other\n"],
    ]);
    const original = { linkSync: fs.linkSync, mkdirSync: fs.mkdirSync, renameSync: fs.renameSync };

    it.each(["linkSync", "mkdirSync", "renameSync"] as const)(
      "before its %s, ends with its own package and no other's file",
      (name) => {
        const folder = temporaryFolder();
        write(folder, FIRST);
        writeTree(path.join(folder, "generated"), { "CHANGELOG.md": "mine" });
        vi.spyOn(fs, name).mockImplementationOnce(((...values: never[]) => {
          expect(write(folder, OTHER, "other").removed).toContain("index.js");
          // The wrapper hands on whatever it gets and gives back whatever it gets.
          const call: (...values: never[]) => unknown = original[name];
          return call.apply(fs, values);
        }) as never);
        write(folder, SECOND, "2");
        expect(readTree(path.join(folder, "generated"))).toEqual({ ...treeOf(SECOND, "2"), "CHANGELOG.md": "mine" });
        expect(fs.readdirSync(folder)).toEqual(["generated"]);
      },
    );

    it("between its two renames, ends with its own package and what either side kept", () => {
      const folder = temporaryFolder();
      write(folder, FIRST);
      writeTree(path.join(folder, "generated"), { "CHANGELOG.md": "mine" });
      let count = 0;
      vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
        if (++count === 2) writeTree(path.join(folder, "generated"), { ...treeOf(OTHER, "other"), "late.txt": "late" });
        original.renameSync(from, to);
      });
      write(folder, SECOND, "2");
      const foreign = { "CHANGELOG.md": "mine", "late.txt": "late" };
      expect(readTree(path.join(folder, "generated"))).toEqual({ ...treeOf(SECOND, "2"), ...foreign });
      expect(fs.readdirSync(folder)).toEqual(["generated"]);
    });

    it("only by saving one generated file again, does not keep what it saved", () => {
      const folder = temporaryFolder();
      write(folder, FIRST);
      vi.spyOn(fs, "linkSync").mockImplementationOnce((from, to) => {
        writeTree(folder, { "saved.tmp": "// saved by an editor" });
        original.renameSync(path.join(folder, "saved.tmp"), from);
        original.linkSync(from, to);
      });
      write(folder, SECOND, "2");
      expect(readTree(path.join(folder, "generated"))).toEqual(treeOf(SECOND, "2"));
    });

    it("over and over, gives up with a clear error and leaves the other's package", () => {
      const folder = temporaryFolder();
      write(folder, FIRST);
      let count = 0;
      vi.spyOn(fs, "mkdirSync").mockImplementation((target, options) => {
        if (String(target).includes(".claimsmith-stage-") && !String(target).endsWith("tokens")) {
          const output = path.join(folder, "generated");
          original.renameSync(output, path.join(folder, "aside"));
          fs.cpSync(path.join(folder, "aside"), output, { recursive: true });
          fs.rmSync(path.join(folder, "aside"), { recursive: true });
          count++;
        }
        return original.mkdirSync(target, options);
      });
      const error = errorOf(() => write(folder, SECOND, "2"));
      expect(error).toMatchObject({
        code: "cannot_write",
        hint: "Stop the other program, then run the command again.",
      });
      expect(count).toBeGreaterThanOrEqual(100);
      expect(readTree(path.join(folder, "generated"))).toEqual(treeOf(FIRST));
      expect(fs.readdirSync(folder)).toEqual(["generated"]);
    });
  });

  describe("when the system refuses a call", () => {
    const calls = [
      "mkdirSync",
      "openSync",
      "writeFileSync",
      "linkSync",
      "symlinkSync",
      "chmodSync",
      "renameSync",
    ] as const;

    function failAt(target: number, code: string): () => number {
      let count = 0;
      for (const name of calls) {
        const original: (...values: never[]) => unknown = fs[name];
        vi.spyOn(fs, name).mockImplementation(((...values: never[]) => {
          count++;
          if (count === target) throw Object.assign(new Error(`${name} refused`), { code });
          return original.apply(fs, values);
          // The wrapper hands on whatever it gets and gives back whatever it gets.
        }) as never);
      }
      return () => count;
    }

    it.each(["ENOSPC", "EIO", "EROFS"])("%s leaves the old package or the new one, and nothing beside it", (code) => {
      let failures = 0;
      let backups = 0;
      for (let target = 1; ; target++) {
        const folder = temporaryFolder();
        const output = path.join(folder, "generated");
        write(folder, FIRST);
        writeTree(output, { "CHANGELOG.md": "mine" });
        fs.symlinkSync("CHANGELOG.md", path.join(output, "link"));
        const foreign = { "CHANGELOG.md": "mine", link: "-> CHANGELOG.md" };
        const count = failAt(target, code);
        let thrown: unknown = null;
        try {
          write(folder, SECOND, "2");
        } catch (error) {
          thrown = error;
        }
        const total = count();
        vi.restoreAllMocks();
        const tree = readTree(output);
        if (thrown === null) expect(tree, `call ${target}`).toEqual({ ...treeOf(SECOND, "2"), ...foreign });
        else {
          failures++;
          expect(thrown, `call ${target}`).toBeInstanceOf(ClaimsmithError);
          expect(tree, `call ${target}`).toEqual({ ...treeOf(FIRST), ...foreign });
        }
        const beside = fs.readdirSync(folder).filter((name) => name !== "generated");
        // Only the old package, where it cannot be removed once the new one stands; the next run removes it.
        if (thrown === null && beside.length === 1) backups++;
        else expect(beside, `call ${target}`).toEqual([]);
        if (target > total) break;
      }
      expect(failures).toBeGreaterThan(15);
      expect(backups).toBe(1);
    });

    it("says in plain words that the disk is full and what to do", () => {
      const folder = temporaryFolder();
      vi.spyOn(fs, "writeFileSync").mockImplementation(() => {
        throw Object.assign(new Error("x"), { code: "ENOSPC" });
      });
      const error = errorOf(() => write(folder, FIRST));
      expect(error).toMatchObject({ code: "cannot_write", hint: "Free some space and run the command again." });
      expect(error.message).toMatch(/^Cannot write .*generated: the disk is full\.$/);
      expect(fs.readdirSync(folder)).toEqual([]);
    });
  });
});
