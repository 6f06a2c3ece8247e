import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { REPOSITORY } from "../../../support/project.js";

/** What the compiler says of a text beside src/runtime/claims/input-types.ts. */
function complaintsOf(text: string): readonly string[] {
  const file = path.join(REPOSITORY, "src/runtime/claims/use-of-input-types.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...others) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...others);
  const program = ts.createProgram([file], { ...options, module: ts.ModuleKind.NodeNext }, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

it("a claim that is missing is named by the compiler, with the claims' type and none of its other members", () => {
  const [first = "", ...others] = complaintsOf(`
    import type { Optional } from "./input-types.js";
    interface SessionClaims { readonly sub: string; iss: string; exp: number; role: "admin" | "member"; plan?: string }
    type SessionInput = Optional<SessionClaims, "exp" | "iss">;
    export const whole: SessionInput = { sub: "u", role: "admin" };
    export const lacking: SessionInput = { sub: "u" };
  `);
  expect(others).toEqual([]);
  expect(first).toMatch(/^Property 'role' is missing in type .* but required in type 'WithOptional<SessionClaims, /);
});
