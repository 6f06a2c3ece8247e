// A generate from nothing, beside programs that make types only.
import { goal } from "../goals.js";
import { median, paired, pairedRatio } from "../measure.js";
import { processMs } from "../processes.js";
import { CLAIMSMITH } from "../programs.js";
import { removeOutput, withProject } from "../projects.js";
import { figure, ratio } from "../table.js";
import { json2tsWords, quicktypeWords } from "./type-programs.js";

const JSON2TS = "json2ts (types only)";
const OURS = "claimsmith generate";
const TOKENS = 10;
const LIMIT = 0.6;

/** Measures whole processes that have all to do. */
export function measureCold(quick) {
  return withProject(TOKENS, 50, async (cwd) => {
    const samples = await paired(quick ? 3 : 15, {
      [JSON2TS]: () => processMs(json2tsWords(), { cwd }),
      "quicktype (types only)": () => processMs(quicktypeWords(TOKENS), { cwd }),
      [OURS]: () => {
        removeOutput(cwd);
        return processMs([CLAIMSMITH, "generate"], { cwd });
      },
    });
    return {
      tables: [
        {
          title: "From nothing: 10 tokens of 50 claims (whole process)",
          columns: ["", "ms", "× json2ts"],
          rows: [...samples].map(([name, values]) => [
            name,
            figure(median(values)),
            ratio(pairedRatio(samples, name, JSON2TS)),
          ]),
        },
      ],
      goals: [goal("generate from nothing, × json2ts", pairedRatio(samples, OURS, JSON2TS), LIMIT, ratio)],
    };
  });
}
