import { assertType, describe, expectTypeOf, it } from "vitest";
import * as api from "../../src/index.js";
import type { MembersThatAreAny } from "./members.js";

describe("the programmatic API", () => {
  it("has nothing that is any", () => {
    expectTypeOf<MembersThatAreAny<typeof api.generate>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.init>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.watch>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.generatePackage>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.generateAll>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.watchAll>>().toBeNever();
    expectTypeOf<MembersThatAreAny<typeof api.lint>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.LintResult>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.Finding>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.GenerateOptions>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.GenerateResult>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.Location>>().toBeNever();
    expectTypeOf<MembersThatAreAny<api.Policy>>().toBeNever();
  });

  it("generates with options that are all optional", () => {
    expectTypeOf(api.generate).returns.toEqualTypeOf<Promise<api.GenerateResult>>();
    assertType(api.generate());
    assertType(api.generate({ cwd: ".", config: "claims.config.json", check: true, progress: (text) => text.length }));
    // @ts-expect-error a misspelt option
    api.generate({ chek: true });
    // @ts-expect-error a flag is no text
    api.generate({ check: "yes" });
  });

  it("gives results that cannot be changed", () => {
    expectTypeOf<api.GenerateResult["written"]>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<api.GenerateResult["files"]>().toEqualTypeOf<readonly api.FileDifference[]>();
    expectTypeOf<api.FileState>().toEqualTypeOf<"missing" | "stale" | "edited" | "left over">();
    expectTypeOf<api.InitResult["written"]>().toEqualTypeOf<readonly string[]>();
  });

  it("has a pure core from a project to texts by path", () => {
    expectTypeOf(api.generatePackage).toEqualTypeOf<(project: api.Project) => Promise<ReadonlyMap<string, string>>>();
  });

  it("throws errors whose code can be switched on", () => {
    const error: unknown = null;
    if (error instanceof api.SchemaError) {
      expectTypeOf(error.code).toEqualTypeOf<api.SchemaErrorCode>();
      expectTypeOf(error.at).toEqualTypeOf<api.Location | undefined>();
      expectTypeOf(error.hint).toEqualTypeOf<string | undefined>();
    }
    if (error instanceof api.ConfigError) expectTypeOf(error.code).toEqualTypeOf<api.ConfigErrorCode>();
    if (error instanceof api.FileSystemError) expectTypeOf(error.code).toEqualTypeOf<api.FileSystemErrorCode>();
    if (error instanceof api.UsageError) expectTypeOf(error.code).toEqualTypeOf<api.UsageErrorCode>();
    expectTypeOf<api.ConfigError>().toExtend<api.ClaimsmithError>();
    // @ts-expect-error the children say what went wrong
    new api.ClaimsmithError("code", "message");
  });

  it("watches until it is closed", () => {
    expectTypeOf(api.watch).returns.resolves.toEqualTypeOf<api.Watching>();
    // @ts-expect-error whoever watches has to hear of errors
    api.watch({ onResult: () => {} });
  });
});
