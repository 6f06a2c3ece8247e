import type { BadClaimNames } from "../examples/bad-claim-names.js";
import type { Token } from "../model/model.js";
import { stringLiteral } from "./literal.js";
import type { ModuleItem } from "./module.js";

/** Longer unions stand on several lines. */
const LINE_WIDTH = 90;

/** The interface of a token's bad tokens: those of every kind, and what there is for this claim set and policy. */
export function badTokensType({ names: { pascal }, policy }: Token, bad: BadClaimNames): ModuleItem {
  const members = [
    ...(policy.issuer === null ? [] : [member("wrongIssuer", "Is from another issuer: `issuer_mismatch`.")]),
    ...(policy.audience === null ? [] : [member("wrongAudience", "Is for another audience: `audience_mismatch`.")]),
    ...(bad.refusesUnknown
      ? [member("unknown", "Has a claim that is not in the claim set: `invalid_claims`, its issue `unknown`.")]
      : []),
    ...ofClaims("missing", bad.missing, "Lacks a claim: `invalid_claims`, its issue `missing`."),
    ...ofClaims("misnamed", bad.misnamed, "Has a claim under another name: `invalid_claims`, its issue `misnamed`."),
    ...ofClaims(
      "invalid",
      bad.invalid,
      "Has a value of a claim that the schema refuses: `invalid_claims`, its issue `invalid`.",
    ),
  ];
  const doc = `/** Tokens that a consumer of ${pascal} has to refuse, each with one fault. */\n`;
  return { kind: "types", text: `${doc}export interface Bad${pascal}s extends AnyBadTokens {\n${members.join("")}}\n` };
}

function member(name: string, doc: string, parameters = ""): string {
  return `  /** ${doc} */\n  ${name}(${parameters}): Promise<string>;\n`;
}

function ofClaims(name: string, claims: readonly string[], doc: string): readonly string[] {
  if (claims.length === 0) return [];
  const union = claims.map(stringLiteral).join(" | ");
  const isShort = union.length <= LINE_WIDTH;
  const parameter = isShort
    ? `claim: ${union}`
    : `\n    claim:\n${claims.map((claim) => `      | ${stringLiteral(claim)}\n`).join("")}  `;
  return [member(name, doc, parameter)];
}
