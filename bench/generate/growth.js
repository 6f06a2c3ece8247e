// How CPU and memory grow with claims and with tokens.
import { rmSync } from "node:fs";
import { goal } from "../goals.js";
import { growthExponent, median, paired } from "../measure.js";
import { processUsage } from "../processes.js";
import { CLAIMSMITH } from "../programs.js";
import { removeOutput, writeProject } from "../projects.js";
import { figure } from "../table.js";
import { json2tsWords } from "./type-programs.js";

const LIMIT = 1.1;
const PEAK_LIMIT_MB = 300;
const PEAK_CLAIMS = 10_000;
const CLAIMS_OF_TOKEN = 50;

/** Measures projects of growing size, and json2ts at the largest claim set. */
export async function measureGrowth(quick) {
  const claims = quick ? [250, 500, 1000] : [1000, 3000, PEAK_CLAIMS];
  const tokens = quick ? [4, 8, 16] : [10, 30, 100];
  const smallest = step("1 token of 1 claim", 1, 1, 1);
  const byClaims = claims.map((count) => step(`1 token of ${figure(count)} claims`, count, 1, count));
  const byTokens = tokens.map((count) =>
    step(`${count} tokens of ${CLAIMS_OF_TOKEN} claims`, count, count, CLAIMS_OF_TOKEN),
  );
  const most = claims.at(-1);
  const types = {
    ...step(`json2ts (types only), 1 token of ${figure(most)} claims`, most, 1, most),
    words: json2tsWords(),
  };
  const steps = [smallest, ...byClaims, ...byTokens, types];
  const usages = await measureSteps(steps, quick ? 1 : 5);

  const exponent = (grown) => {
    const cpu = grown.map(({ name }) => usages.get(name).cpuMs);
    return growthExponent(
      grown.map(({ size }) => size),
      cpu,
      usages.get(smallest.name).cpuMs,
    );
  };
  const goals = [
    goal(`generate, claims up to ${figure(most)}: exponent of CPU`, exponent(byClaims), LIMIT, figure),
    goal(`generate, tokens up to ${tokens.at(-1)}: exponent of CPU`, exponent(byTokens), LIMIT, figure),
  ];
  if (most === PEAK_CLAIMS) {
    const { peakMb } = usages.get(byClaims.at(-1).name);
    goals.push(
      goal(`generate, ${figure(most)} claims: peak of memory`, peakMb, PEAK_LIMIT_MB, (mb) => figure(mb, "MB")),
    );
  }
  return {
    tables: [
      {
        title: "Growth, from nothing (CPU and peak of memory)",
        columns: ["", "CPU, ms", "MB"],
        rows: [...usages].map(([name, { cpuMs, peakMb }]) => [name, figure(cpuMs), figure(peakMb)]),
      },
    ],
    goals,
  };
}

function step(name, size, tokens, claims) {
  return { name, size, tokens, claims, words: [CLAIMSMITH, "generate"] };
}

/** Medians of CPU and of memory by the name of the step. */
async function measureSteps(steps, rounds) {
  const folders = new Map(steps.map(({ name, tokens, claims }) => [name, writeProject(tokens, claims)]));
  const contestants = steps.map(({ name, words }) => [
    name,
    () => {
      const cwd = folders.get(name);
      removeOutput(cwd);
      return processUsage(words, { cwd });
    },
  ]);
  try {
    const samples = await paired(rounds, Object.fromEntries(contestants));
    const middle = (usages, pick) => median(usages.map(pick));
    return new Map(
      [...samples].map(([name, usages]) => [
        name,
        { cpuMs: middle(usages, ({ cpuMs }) => cpuMs), peakMb: middle(usages, ({ peakMb }) => peakMb) },
      ]),
    );
  } finally {
    for (const folder of folders.values()) rmSync(folder, { recursive: true });
  }
}
