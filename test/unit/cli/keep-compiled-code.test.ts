import nodeModule from "node:module";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepCompiledCode } from "../../../src/cli/keep-compiled-code.js";
import { REPOSITORY } from "../../support/project.js";

const own = Object.getOwnPropertyDescriptor(nodeModule, "enableCompileCache");

/** Puts a function in the place of Node's, or none, as before 22.1. */
function replace(value: ((folder: string) => void) | undefined): void {
  Object.defineProperty(nodeModule, "enableCompileCache", { value, configurable: true });
}

beforeEach(() => replace(undefined));
afterEach(() => {
  if (own === undefined) Reflect.deleteProperty(nodeModule, "enableCompileCache");
  else Object.defineProperty(nodeModule, "enableCompileCache", own);
});

describe("keepCompiledCode", () => {
  it("names a folder of this installation, and none that other users can write", () => {
    const enable = vi.fn<(folder: string) => void>();
    replace(enable);
    keepCompiledCode();
    expect(enable.mock.calls).toEqual([[path.join(REPOSITORY, "node_modules/.cache/claimsmith/code")]]);
  });

  it("does nothing in a Node that keeps no code", () => {
    expect(() => keepCompiledCode()).not.toThrow();
  });
});
