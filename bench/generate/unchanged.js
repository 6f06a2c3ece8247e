// A generate that finds nothing to do, as before each build.
import { goal } from "../goals.js";
import { median, paired, pairedRatio } from "../measure.js";
import { processMs } from "../processes.js";
import { CLAIMSMITH } from "../programs.js";
import { withProject } from "../projects.js";
import { figure, ratio } from "../table.js";

const NODE = "node -e 0";
const GENERATE = "claimsmith generate";
const CHECK = "claimsmith generate --check";
const LIMIT = 1.8;
/** "No dearer", and what two runs of the same program differ by. */
const CHECK_LIMIT = 1.05;

/** Measures whole processes that have nothing to do, beside a node that has nothing to do either. */
export function measureUnchanged(quick) {
  return withProject(10, 50, async (cwd) => {
    processMs([CLAIMSMITH, "generate"], { cwd });
    const samples = await paired(quick ? 9 : 41, {
      [NODE]: () => processMs(["-e", "0"]),
      [GENERATE]: () => processMs([CLAIMSMITH, "generate"], { cwd }),
      [CHECK]: () => processMs([CLAIMSMITH, "generate", "--check"], { cwd }),
    });
    return {
      tables: [
        {
          title: "Nothing has changed: 10 tokens of 50 claims (whole process)",
          columns: ["", "ms", `× ${NODE}`],
          rows: [...samples].map(([name, values]) => [
            name,
            figure(median(values)),
            ratio(pairedRatio(samples, name, NODE)),
          ]),
        },
      ],
      goals: [
        goal(`generate, nothing changed, × ${NODE}`, pairedRatio(samples, GENERATE, NODE), LIMIT, ratio),
        goal(
          "generate --check, nothing changed, × generate",
          pairedRatio(samples, CHECK, GENERATE),
          CHECK_LIMIT,
          ratio,
        ),
      ],
    };
  });
}
