import path from "node:path";
import type { FailedPackage, GenerateAllResult, GeneratedPackage } from "../api/generate-all.js";
import { differencesText, generateText } from "./generate-text.js";
import { visibleText } from "./visible-text.js";

/** The most files that are listed for one package. */
const MAX_FILES = 10;

/** What generate did for several configs, in words: what it did for each, and how many were done, changed and failed. */
export function generateAllText({ packages }: GenerateAllResult): string {
  return packages.map((one) => packageText(one)).join("") + summary(packages);
}

/** What generate did for one config among several, in words. */
export function packageText(one: GeneratedPackage | FailedPackage): string {
  if (one.error !== null) return `${visibleText(one.config)} failed; what it generated before is as it was.\n`;
  const placed = { ...one, output: visibleText(path.posix.join(path.posix.dirname(one.config), one.output)) };
  return shorten(one.files.length > 0 ? differencesText(placed) : generateText(placed));
}

/** A package that is all new has a hundred files and more; which, nobody reads for each of ten packages. */
function shorten(text: string): string {
  const [first = "", ...files] = text.trimEnd().split("\n");
  const more = files.length - MAX_FILES;
  if (more <= 1) return text;
  return [first, ...files.slice(0, MAX_FILES), `  … and ${more} more`, ""].join("\n");
}

function summary(packages: GenerateAllResult["packages"]): string {
  const states = packages.map(stateOf);
  const counts = (["up to date", "written", "differing", "failed"] as const).flatMap((state) => {
    const number = states.filter((one) => one === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  const mend = states.includes("differing") ? "Run the same without `--check`, and commit the result.\n" : "";
  return `${packages.length} package${packages.length === 1 ? "" : "s"}: ${counts.join(", ")}.\n${mend}`;
}

function stateOf(one: GeneratedPackage | FailedPackage): "up to date" | "written" | "differing" | "failed" {
  if (one.error !== null) return "failed";
  if (one.files.length > 0) return "differing";
  return one.written.length + one.removed.length > 0 ? "written" : "up to date";
}
