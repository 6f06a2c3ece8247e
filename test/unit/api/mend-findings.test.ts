import { describe, expect, it } from "vitest";
import { mendFindings } from "../../../src/api/mend-findings.js";
import { SchemaError } from "../../../src/errors.js";
import type { Finding } from "../../../src/lint/finding.js";
import type { Edit } from "../../../src/lint/fix.js";
import { readTree, temporaryFolder, writeTree } from "../io/temporary-folder.js";

function finding(message: string, ...edits: readonly Edit[]): Finding {
  return {
    rule: "sample",
    severity: "warn",
    token: null,
    claim: null,
    location: { file: "a.json" },
    message,
    help: null,
    source: [],
    fix: { file: "a.json", edits },
    fingerprint: message,
  };
}

const set = (name: string): Edit => ({ kind: "set", pointer: `/${name}`, value: 1 });
const all = (findings: readonly Finding[]) => findings;

/** Mends in a folder where a finding stands for each name that the file does not have yet; `bad` keeps it from loading. */
async function mend(names: readonly string[]) {
  const folder = temporaryFolder();
  writeTree(folder, { "a.json": "{}" });
  const find = async () => {
    const value = JSON.parse(readTree(folder)["a.json"] ?? "");
    if (Object.hasOwn(value, "bad")) throw new SchemaError("invalid_schema", "This is bad.");
    return names.filter((name) => !Object.hasOwn(value, name)).map((name) => finding(name, set(name)));
  };
  const { findings, mended } = await mendFindings(folder, await find(), find, all);
  return {
    left: findings.map(({ message }) => message),
    mended: mended.map(({ message }) => message),
    value: JSON.parse(readTree(folder)["a.json"] ?? ""),
  };
}

describe("mendFindings", () => {
  it("goes on until nothing is left, though not all goes at once", async () => {
    expect(await mend(["a", "b", "c"])).toEqual({ left: [], mended: ["a", "b", "c"], value: { a: 1, b: 1, c: 1 } });
  });

  it("takes back what keeps the project from loading, and makes the rest", async () => {
    expect(await mend(["bad", "a"])).toEqual({ left: ["bad"], mended: ["a"], value: { a: 1 } });
    expect(await mend(["a", "bad"])).toEqual({ left: ["bad"], mended: ["a"], value: { a: 1 } });
  });

  it("ends where a fix changes nothing that its rule sees", async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "a.json": "{}" });
    const stubborn = [finding("stubborn", set("a"))];
    const { mended } = await mendFindings(folder, stubborn, async () => stubborn, all);
    expect(mended.map(({ message }) => message)).toEqual(["stubborn"]);
    expect(readTree(folder)).toEqual({ "a.json": '{ "a": 1 }' });
  });

  it("lets an error that is not ours through, with the file as it was", async () => {
    const folder = temporaryFolder();
    writeTree(folder, { "a.json": "{}" });
    const failing = mendFindings(folder, [finding("a", set("a"))], () => Promise.reject(new TypeError("ours")), all);
    await expect(failing).rejects.toThrow(TypeError);
    expect(readTree(folder)).toEqual({ "a.json": "{}" });
  });
});
