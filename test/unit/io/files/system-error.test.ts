import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { FileSystemError } from "../../../../src/errors.js";
import { isAbsence, systemCode, toFileSystemError } from "../../../../src/io/files/system-error.js";

function failure(code: unknown): Error {
  return Object.assign(new Error("as the system puts it"), { code });
}

describe("toFileSystemError", () => {
  it.each([
    ["EACCES", "permission is denied"],
    ["EROFS", "the file system is read-only"],
    ["ENOSPC", "the disk is full"],
    ["ENOTDIR", "a part of the path is a file and not a folder"],
    ["EBUSY", "another program is using it"],
    ["EWHATEVER", "the system says EWHATEVER"],
  ])("says %s in plain words, with a path relative to the working directory", (code, words) => {
    const cause = failure(code);
    const error = toFileSystemError(cause, "cannot_write", path.join(process.cwd(), "a/b"));
    expect(error).toBeInstanceOf(FileSystemError);
    expect(error).toMatchObject({
      code: "cannot_write",
      message: `Cannot write a/b: ${words}.`,
      at: { file: "a/b" },
      cause,
    });
  });

  it.each([[new TypeError("ours")], [failure("ERR_INVALID_ARG_TYPE")], [failure(7)], ["text"], [null]])(
    "hands on what is not the system's: %s",
    (error) => {
      expect(toFileSystemError(error, "cannot_read", "/a")).toBe(error);
    },
  );
});

describe("isAbsence", () => {
  it.each([
    ["ENOENT", true],
    ["ENOTDIR", true],
    ["EACCES", false],
  ])("takes %s for an absence: %s", (code, want) => {
    expect(isAbsence(failure(code))).toBe(want);
    expect(systemCode(failure(code))).toBe(code);
  });
});
