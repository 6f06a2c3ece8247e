/*
 * The page of a rule, docs/rules/ID.md:
 *
 *   # ID
 *   the rule's `description`
 *   Severity: `warn`. Source: the rule's `source`, joined with "; ".
 *   ## Why  ## Reports  ## Accepts  ## Options  ## When to turn it off
 *
 * Under Reports and Accepts stand examples, which are run here with this rule alone: each under Reports has to give a
 * finding of the rule, each under Accepts none. How they are written says `examplesOf` in test/support/rule-page.ts.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/lint/rules/index.js";
import { findingsOf } from "../../support/expect-findings.js";
import { REPOSITORY } from "../../support/project.js";
import { examplesOf, RULE_PAGE_HEADINGS, readRulePage } from "../../support/rule-page.js";

const pageFile = (id: string): string => `${REPOSITORY}docs/rules/${id}.md`;

const pages = RULES.filter(({ id }) => existsSync(pageFile(id))).map((rule) => ({
  rule,
  id: rule.id,
  page: readRulePage(readFileSync(pageFile(rule.id), "utf8")),
}));

const examples = (["Reports", "Accepts"] as const).flatMap((section) =>
  pages.flatMap(({ rule, id, page }) =>
    examplesOf(page.sections.get(section) ?? "").map(({ text, sample }, index) => ({
      rule,
      id,
      section,
      number: index + 1,
      text,
      sample,
    })),
  ),
);

describe("docs/rules/", () => {
  it("has a page for each rule, and one that lists them", () => {
    const files = readdirSync(`${REPOSITORY}docs/rules`);
    expect(files.sort()).toEqual([...RULES.map(({ id }) => `${id}.md`), "README.md"].sort());
  });

  it("lists the rules as they are", async () => {
    // To write it anew: npx vitest run test/unit/lint/docs.test.ts -u
    const rows = RULES.map(
      ({ id, severity, description }) => `| [${id}](${id}.md) | \`${severity}\` | ${description} |`,
    );
    const page = `# Rules of \`claimsmith lint\`

The severity is the one of \`claimsmith:recommended\`, which \`lint.rules\` in the config changes. How to run, configure and silence
rules: [commands/lint.md](../commands/lint.md).

| rule | severity | what it wants |
| --- | --- | --- |
${rows.join("\n")}
`;
    await expect(page).toMatchFileSnapshot(`${REPOSITORY}docs/rules/README.md`);
  });

  it.each(pages)("says in $id.md what the rule says of itself", ({ rule, page }) => {
    expect(page.title).toBe(rule.id);
    expect(page.introduction.slice(0, 2).map((paragraph) => paragraph.replaceAll("\n", " "))).toEqual([
      rule.description,
      `Severity: \`${rule.severity}\`. Source: ${rule.source.join("; ")}.`,
    ]);
    expect([...page.sections.keys()]).toEqual([...RULE_PAGE_HEADINGS]);
  });

  it.each(pages)("shows in $id.md what is reported and what is not", ({ page }) => {
    for (const section of ["Reports", "Accepts"]) {
      expect(examplesOf(page.sections.get(section) ?? "").length, section).toBeGreaterThan(0);
    }
  });
});

describe("the examples of docs/rules/", () => {
  it.each(examples)("$id: $section, example $number", async ({ rule, section, text, sample }) => {
    // What is silenced for nothing shows only beside the rules that run.
    const rules = rule.id === "unused-ignore" ? RULES : [rule];
    const findings = (await findingsOf(rules, sample)).filter((finding) => finding.rule === rule.id);
    if (section === "Reports") expect(findings.length, text).toBeGreaterThan(0);
    else expect(findings, text).toEqual([]);
  });
});
