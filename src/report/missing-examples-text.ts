import type { GenerateResult } from "../api/generate.js";
import { place } from "./error-text.js";
import { visibleText } from "./visible-text.js";

/** Which claims need an `examples` entry for the test kit, a line for each; empty where none does. */
export function missingExamplesText({ missingExamples = [] }: GenerateResult): string {
  return missingExamples
    .map(({ token, claim, location, why }) => {
      const subject = claim === null ? "the claim set" : `the claim ${visibleText(JSON.stringify(claim))}`;
      const remedy = `Add \`examples\` to ${subject}: until then, tests have to give what is missing.`;
      return `note: ${visibleText(`${place(location)}: ${token}: ${why}`)} ${remedy}\n`;
    })
    .join("");
}
