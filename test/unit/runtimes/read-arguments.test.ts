import { expect, it } from "vitest";
import { readArguments } from "../../runtimes/read-arguments.js";

const RUNTIMES = [
  { id: "bun", file: "/bun" },
  { id: "deno", file: "/deno" },
];

it.each([
  [[], { runtimes: RUNTIMES, required: [], engine: null }],
  [["--only", "deno"], { runtimes: [RUNTIMES[1]], required: [], engine: null }],
  [["--require", "bun,deno"], { runtimes: RUNTIMES, required: ["bun", "deno"], engine: null }],
  [["--engine", "web-engine.js"], { runtimes: RUNTIMES, required: [], engine: "web-engine.js" }],
  [["--only", "bun", "--program", "bun=/a=b"], { runtimes: [{ id: "bun", file: "/a=b" }], required: [], engine: null }],
])("the words %j are read", (words, want) => {
  expect(readArguments(words, RUNTIMES)).toEqual(want);
});

it.each([[["--only", "rhino"]], [["--require", "bun,rhino"]], [["--program", "rhino=/rhino"]]])(
  "the words %j name a runtime that there is not, and are refused",
  (words) => {
    expect(() => readArguments(words, RUNTIMES)).toThrow("There is no runtime rhino; there are bun, deno.");
  },
);

it("an option that there is not is refused", () => {
  expect(() => readArguments(["--all"], RUNTIMES)).toThrow("--all");
});
