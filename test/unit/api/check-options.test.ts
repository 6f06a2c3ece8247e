import { describe, expect, it } from "vitest";
import { checkOptions, type OptionForms } from "../../../src/api/check-options.js";
import { UsageError } from "../../../src/errors.js";
import * as api from "../../../src/index.js";
import { thrownBy } from "../../support/thrown-by.js";

interface Options {
  readonly names: readonly string[];
  readonly cwd?: string | undefined;
  readonly bits?: number;
  readonly check?: boolean;
  readonly format?: "html" | "markdown";
  readonly progress?: () => void;
  readonly now?: Date | number;
}

const FORMS: OptionForms<Options> = {
  names: { needed: "texts" },
  cwd: "text",
  bits: "number",
  check: "switch",
  format: ["html", "markdown"],
  progress: "function",
  now: "other",
};

/** What a program without types can pass. */
const check = (options: unknown) => () => checkOptions("build", options as Options, FORMS);

describe("options", () => {
  it.each([
    { names: [] },
    { names: ["a"], cwd: ".", bits: 1, check: false, format: "markdown", progress: () => {}, now: "anything" },
    { names: ["a"], cwd: undefined, other: undefined },
  ])("pass where TypeScript lets them pass: %j", (options) => {
    expect(check(options)).not.toThrow();
  });

  it.each<[unknown, string, string]>([
    [{ names: [], format: "pdf" }, 'The option `format` cannot be "pdf".', 'one of "html", "markdown"'],
    [{ names: [], check: "false" }, 'The option `check` cannot be "false".', "true or false"],
    [{ names: [], cwd: null }, "The option `cwd` cannot be null.", "a text"],
    [{ names: [], bits: "1" }, 'The option `bits` cannot be "1".', "a number"],
    [{ names: [], progress: {} }, "The option `progress` cannot be a value of the type object.", "a function"],
    [{ names: "a" }, 'The option `names` cannot be "a".', "a list of texts"],
    [{ names: [1] }, "The option `names` cannot be such a list.", "a list of texts"],
    [{}, "The option `names` of `build` is missing.", "a list of texts"],
    [
      { names: [], fromat: "html" },
      '`build` has no option "fromat".',
      "one of `names`, `cwd`, `bits`, `check`, `format`, `progress`, `now`",
    ],
    [JSON.parse('{"names": [], "__proto__": 1}'), '`build` has no option "__proto__".', expect.any(String)],
  ])("are refused where TypeScript refuses them: %j", (options, message, expected) => {
    const error = thrownBy(check(options));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code: "invalid_option", message, expected });
  });

  it.each([null, "x", [["a"]]])("have to be an object: %j", (options) => {
    expect(check(options)).toThrow("`build` takes its options as an object.");
  });
});

it("every function of the API refuses an option that it does not have", async () => {
  const calls: readonly ((options: never) => unknown)[] = [
    ...[api.generate, api.generateAll, api.lint, api.lintAll, api.diff, api.docs, api.infer, api.inspect],
    ...[api.watch, api.watchAll, api.newKeys, api.init],
  ];
  for (const call of calls) {
    // `never` is what all of them take: the test passes what TypeScript refuses.
    const called = async () => call({ nonsense: true } as never);
    await expect(called(), call.name).rejects.toMatchObject({ code: "invalid_option" });
  }
});
