// The sections as Markdown: one for the console, all for the page.
import { goalTable } from "./goals.js";
import { machineRows } from "./machine.js";
import { markdownTable } from "./table.js";

/** A section with its tables and its goals. */
export function printSection({ title, text, tables, goals }) {
  return [`## ${title}`, text.join("\n"), ...tables.map(printTable), ...(goals.length > 0 ? [goalTable(goals)] : [])]
    .map((block) => `${block}\n`)
    .join("\n");
}

/** The page that the repository keeps. */
export function printPage(sections) {
  const goals = sections.flatMap((section) => section.goals);
  const met = goals.filter((one) => one.met).length;
  return [
    INTRODUCTION,
    markdownTable(["", ""], machineRows(), { numbers: false }),
    `Goals met: ${met} of ${goals.length}; each section ends with its own.`,
    METHOD,
    ...sections.map(printSection),
  ]
    .map((block) => `${block.trimEnd()}\n`)
    .join("\n");
}

const INTRODUCTION = `# Benchmarks

What claimsmith costs, beside what people use today. \`npm run bench\` measures and writes this page; \`npm run bench -- --quick\` takes less
than a minute, and \`npm run bench -- --only verify\` measures one section (or \`validate\`, \`generate\`, \`size\`; several with commas); these
only print.`;

const METHOD = `## How it is measured

- What is compared runs in turns within one run, in an order that is drawn anew each round. A figure is the median of all rounds, a multiple
  the median of the multiples of each round. Times depend on the machine; multiples can be compared from one machine to another.
- Calls are measured in batches, after a warm-up with the same code. Programs are measured as whole processes, from start to end.
- CPU is user and system time of all threads of a process, memory the peak of what it had resident; a process reports both as it ends.
- Before anything is timed, each contestant has to accept the valid tokens or claims, and to refuse each that is wrong in something that
  the contestant checks: an edited payload, \`alg: none\`, an expired token, another issuer, audience or \`typ\`, a claim that the claim set
  does not allow. One that does not ends the run.
- A goal is met where the measured figure is at most the limit, computed in the run that wrote this page.`;

function printTable({ title, columns, rows, numbers }) {
  return `**${title}**\n\n${markdownTable(columns, rows, { numbers })}`;
}
