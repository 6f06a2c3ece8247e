import type { CompatibilityCase } from "./compatibility-case.js";

const INTRODUCTION = `# Compatibility

What a change of a claim set or of a policy does to tokens in flight, to services that are not yet redeployed, and to code that compiles
against the package. \`claimsmith diff\` says it of your change; the tables below are made of the cases that its tests run.

- **old tokens**: is every token that was issued before the change accepted by consumers after it (\`backward\`)?
- **new tokens**: is every token that is issued after the change accepted by consumers before it (\`forward\`)?
- **rollout**: the order of deployment that follows. \`any-order\`: both hold. \`consumers-first\`: only old tokens are safe.
  \`producers-first\`: only new tokens are safe; deploy producers, wait one lifetime, then deploy consumers. \`two-step\`: neither; go by way
  of a claim set that accepts both (expand), and then to the new one (contract).
- **code that stops compiling**: of producers (\`producer-types\`) or of consumers (\`consumer-types\`). An empty cell: none, or it depends on
  the claim set.

Our own producers issue by the *closed* claim set: an undeclared claim is an error. Consumers accept by the *open* one, unless
\`unknownClaims\` is \`reject\`. A third party's producers issue whatever its consumers accept today.

Every verdict is proved or refuted by a token that the report shows. What is neither counts as breaking, with \`"proof": "unknown"\`.
`;

/** docs/compatibility.md, of the cases that the tests run. To write it anew: `npx vitest run test/unit/diff/compatibility.test.ts -u`. */
export function compatibilityPage(cases: readonly CompatibilityCase[]): string {
  const groups = [...new Set(cases.map(({ group }) => group))];
  const sections = groups.map((group) =>
    [
      `## ${group}`,
      "",
      "| change | old tokens | new tokens | rollout | code that stops compiling | because |",
      "| --- | --- | --- | --- | --- | --- |",
      ...cases.filter((one) => one.group === group).map(row),
      "",
    ].join("\n"),
  );
  return [INTRODUCTION, ...sections, EXAMPLE].join("\n");
}

function row({ change, want, code, why }: CompatibilityCase): string {
  const isSafe = (...orders: readonly CompatibilityCase["want"][]) =>
    orders.includes(want) ? "accepted" : "**refused**";
  const cells = [
    change,
    isSafe("none", "any-order", "consumers-first"),
    isSafe("none", "any-order", "producers-first"),
    want === "none" ? "no change" : want,
    code ?? "",
    why,
  ];
  return `| ${cells.join(" | ")} |`;
}

const EXAMPLE = `## An example of two steps

A claim \`role\` was one of \`"admin"\` and \`"member"\`, and is to be an array of them. No value is both, so the change is \`two-step\`:

1. Expand: \`"role": {"anyOf": [{"enum": ["admin", "member"]}, {"type": "array", "items": {"enum": ["admin", "member"]}}]}\`. The report
   shows this state, after it was proved that its consumers accept the tokens of both sides. Deploy the consumers, which now read both;
   the producers stay as they are.
2. Deploy the producers with the new claim set, and wait one lifetime, until the last token with a string has expired.
3. Contract: \`"role": {"type": "array", "items": {"enum": ["admin", "member"]}}\`. Deploy the consumers.
`;
