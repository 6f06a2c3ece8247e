import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { readHeaders } from "../../../../src/runtime/request/request-headers.js";

const read = (request: unknown) => readHeaders(request)("authorization");

describe("readHeaders", () => {
  it.each<[string, unknown, readonly unknown[]]>([
    ["Headers", new Headers({ Authorization: "a" }), ["a"]],
    ["Headers without it", new Headers(), []],
    ["a Request", new Request("https://acme.example", { headers: { authorization: "a" } }), ["a"]],
    ["headers of another implementation", { get: (name: string) => (name === "authorization" ? "a" : null) }, ["a"]],
    ["Node's request", { headers: { authorization: "a" }, rawHeaders: ["Authorization", "a"] }, ["a"]],
    ["Node's request without it", { headers: {}, rawHeaders: ["X", "authorization"] }, []],
    [
      "Node's request with two",
      { headers: { authorization: "a" }, rawHeaders: ["authorization", "a", "AUTHORIZATION", "b"] },
      ["a", "a"],
    ],
    ["what was put there later", { headers: { authorization: "a" }, rawHeaders: [] }, ["a"]],
    ["what was taken away later", { headers: {}, rawHeaders: ["authorization", "a"] }, []],
    [
      "a value that looks like its name",
      { headers: { authorization: "a" }, rawHeaders: ["Authorization", "a", "x", "authorization"] },
      ["a"],
    ],
    ["a header on the prototype", { headers: Object.create({ authorization: "a" }), rawHeaders: [] }, []],
    [
      "Express' request, which has a `get` of its own",
      { get() {}, headers: { authorization: "a" }, rawHeaders: [] },
      ["a"],
    ],
  ])("%s", (_name, request, want) => {
    expect(read(request)).toEqual(want);
  });

  it("reads what Node's own class holds", () => {
    const request = new IncomingMessage(new Socket());
    request.headers["authorization"] = "a";
    request.rawHeaders.push("Authorization", "a");
    expect(read(request)).toEqual(["a"]);
  });

  it.each([
    [undefined],
    [null],
    [5],
    [[]],
    [{}],
    [{ headers: null }],
    [{ headers: {} }],
    [{ headers: new Map() }],
    [new Map()],
  ])("refuses %j with a TypeError", (request) => {
    expect(() => readHeaders(request)).toThrow(TypeError);
  });
});
