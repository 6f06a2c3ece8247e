import { expect, it } from "vitest";
import { goal } from "../../../bench/goals.js";
import { printPage, printSection } from "../../../bench/page.js";
import { figure } from "../../../bench/table.js";

const section = {
  title: "Sleep",
  text: ["Hours.", "Nothing else."],
  tables: [{ title: "By name", columns: ["", "h"], rows: [["Ada", "8.00"]] }],
  goals: [goal("Ada", 8, 9, figure), goal("Bob", 10, 9, figure), goal("Cyd", 9, 9, figure)],
};

const printed = `## Sleep

Hours.
Nothing else.

**By name**

|     |    h |
| --- | ---: |
| Ada | 8.00 |

| goal | at most | measured |      |
| ---- | ------: | -------: | ---: |
| Ada  |  ≤ 9.00 |     8.00 |  met |
| Bob  |  ≤ 9.00 |     10.0 | open |
| Cyd  |  ≤ 9.00 |     9.00 |  met |
`;

it("a section is its heading, its words, its tables and its goals", () => {
  expect(printSection(section)).toBe(printed);
});

it("the page counts the goals of all sections, names what took part, and holds the sections as they are printed", () => {
  const page = printPage([section, { ...section, title: "Again" }]);
  expect(page).toContain("\nGoals met: 4 of 6; each section ends with its own.\n");
  expect(page).toMatch(/^\| jose +\| \d+\.\d+\.\d+ +\|$/m);
  expect(page).toMatch(new RegExp(`^\\| Node +\\| ${process.versions.node} `, "m"));
  expect(page.indexOf("## Again")).toBeGreaterThan(page.indexOf(printed));
  expect(page.endsWith("|\n")).toBe(true);
});
