// Measures claimsmith beside what people use today. `npm run bench` writes docs/benchmarks.md; `npm run bench -- --quick`
// takes less than a minute and only prints; `npm run bench -- --only verify,size` prints these sections.
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { generate } from "./generate.js";
import { printPage, printSection } from "./page.js";
import { ROOT } from "./programs.js";
import { createSample } from "./sample/package.js";
import { size } from "./size.js";
import { validate } from "./validate.js";
import { verify } from "./verify.js";

const SECTIONS = { verify, validate, generate, size };
const PAGE = path.join(ROOT, "docs/benchmarks.md");

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, only: { type: "string" } } });
const names = values.only?.split(",") ?? Object.keys(SECTIONS);
const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name));

if (unknown.length > 0) {
  console.error(`No section "${unknown.join('", "')}"; there are ${Object.keys(SECTIONS).join(", ")}.`);
  process.exitCode = 2;
} else {
  try {
    await run(names, values.quick);
  } catch (error) {
    console.error("The benchmark stopped:", error);
    process.exitCode = 1;
  }
}

/** Measures and prints sections; the page is written of a full run only. */
async function run(names, quick) {
  const sample = await createSample();
  try {
    const sections = [];
    for (const name of names) {
      console.error(`Measuring ${name}…`);
      const section = await SECTIONS[name]({ sample, quick });
      console.log(printSection(section));
      sections.push(section);
    }
    if (quick || names.length < Object.keys(SECTIONS).length) return;
    writeFileSync(PAGE, printPage(sections));
    console.log(`Wrote ${path.relative(process.cwd(), PAGE)}.`);
  } finally {
    sample.remove();
  }
}
