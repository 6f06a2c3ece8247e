import { describe, expect, it } from "vitest";
import { type Grant, holdsGrants, requireGrants } from "../../../../src/runtime/request/grants.js";
import { codeOf } from "../../../support/code-of.js";

const words: Grant = { claim: "scope", form: "words" };
const list: Grant = { claim: "__proto__", form: "list" };
const one: Grant = { claim: "role", form: "one" };
const own = (name: string, value: unknown) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

describe("holdsGrants", () => {
  it.each<[Grant, object, readonly unknown[], boolean]>([
    [words, { scope: "a b" }, ["b"], true],
    [words, { scope: "a  b" }, ["a", "b"], true],
    [words, { scope: "a\tb" }, ["a"], false],
    [words, { scope: "A" }, ["a"], false],
    [words, { scope: ["a", "b c"] }, ["a"], true],
    [words, { scope: ["a", "b c"] }, ["b"], false],
    [words, { scope: 5 }, ["5"], false],
    [words, {}, ["a"], false],
    [list, own("__proto__", ["a", "b"]), ["b", "a"], true],
    [list, own("__proto__", ["a", "b"]), ["a", "c"], false],
    [list, own("__proto__", "a"), ["a"], true],
    [list, own("__proto__", "a b"), ["a"], false],
    [list, {}, ["constructor"], false],
    [one, { role: "admin" }, ["member", "admin"], true],
    [one, { role: "admin member" }, ["admin"], false],
    [one, { role: ["admin"] }, ["admin"], false],
    [one, Object.create({ role: "admin" }), ["admin"], false],
  ])("%j of %j, wanted %j: %s", (grant, claims, wanted, want) => {
    expect(holdsGrants(grant, claims, wanted)).toBe(want);
  });

  it.each<[Grant, readonly unknown[]]>([
    [words, []],
    [words, ["a b"]],
    [words, ['a"']],
    [words, [undefined]],
    [list, []],
    [list, [""]],
    [one, [5]],
  ])("%j refuses to look for %j", (grant, wanted) => {
    expect(codeOf(() => holdsGrants(grant, { scope: "a" }, wanted))).toBe("invalid_option");
  });
});

describe("requireGrants", () => {
  it("names the scope in the challenge, and nothing of another claim", () => {
    const challenge = (grant: Grant, realm: string | null) => {
      try {
        requireGrants(grant, {}, ["a", "b"], realm);
      } catch (error) {
        return error;
      }
      return null;
    };
    expect(challenge(words, "acme")).toMatchObject({
      status: 403,
      challenge: 'Bearer realm="acme", error="insufficient_scope", scope="a b"',
    });
    expect(challenge(one, null)).toMatchObject({ status: 403, challenge: 'Bearer error="insufficient_scope"' });
  });
});
