import { countGenerated } from "./count-generated.js";
import { countMembers } from "./count-members.js";
import { countVerdicts } from "./count-verdicts.js";
import { HAS_SUITE, readSuite } from "./json-schema-suite.js";

/**
 * The figures of types and validators on the JSON-Schema-Test-Suite, as a table in Markdown with what is behind them;
 * "not run" where the suite is not at hand.
 */
export async function conformanceTable(): Promise<string> {
  if (!HAS_SUITE) return "not run: no test data (set CLAIMSMITH_TEST_DATA to the folder that holds json-schema-suite/)";
  const groups = readSuite();
  const members = countMembers(groups);
  const verdicts = countVerdicts(groups);
  const packages = await countGenerated(groups);
  const asked = verdicts.equal + verdicts.onPurpose + verdicts.different.length;
  const rows: readonly (readonly [measure: string, figure: string])[] = [
    [
      "valid values that are members of the generated type",
      `${members.valid - members.lies.length} of ${members.valid}`,
    ],
    ["invalid values that the type refuses, where TypeScript can say it", `${members.refused} of ${members.invalid}`],
    ["groups that generate", `${packages.generated} of ${packages.generated + packages.refused.length}`],
    ["validator verdicts equal to the suite's", `${verdicts.equal} of ${asked}`],
  ];
  return [
    "| measure | figure |",
    "| --- | --- |",
    ...rows.map(([measure, figure]) => `| ${measure} | ${figure} |`),
    "",
    `${packages.leftOut} groups are left out, since they need documents from elsewhere.`,
    `${verdicts.onPurpose} verdicts differ on purpose: the suite has formats as annotations, here they are assertions.`,
    ...section("Verdicts that differ otherwise", verdicts.different),
    ...section(
      "Groups that do not generate",
      packages.refused.map(({ label, reason }) => `${label} (${reason})`),
    ),
    ...section("Valid values that are no members", members.lies),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `- ${line}`)];
}
