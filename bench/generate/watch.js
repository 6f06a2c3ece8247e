// How long a watch takes from a saved schema to the line that says that the package is written.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { clearTimeout, setTimeout } from "node:timers";
import { setTimeout as wait } from "node:timers/promises";
import { millisecondsSince } from "../batch.js";
import { goal } from "../goals.js";
import { median } from "../measure.js";
import { CLAIMSMITH } from "../programs.js";
import { schemaFile, tokenSchema, withProject } from "../projects.js";
import { figure } from "../table.js";

const TOKENS = 10;
const CLAIMS = 50;
const LIMIT_MS = 300;
/** Between two changes, so that the second finds a watch at rest. */
const PAUSE_MS = 500;
/** A watch that has said nothing for so long will say nothing. */
const PATIENCE_MS = 60_000;

/** Measures a watch while one token of ten changes, another one each time. */
export function measureWatch(quick) {
  return withProject(TOKENS, CLAIMS, async (cwd) => {
    const watch = startWatch(cwd);
    try {
      await watch.printed(/^Watching/m, () => {});
      const samples = [];
      for (let round = 0; round < (quick ? 5 : 21); round += 1) {
        await wait(PAUSE_MS);
        samples.push(await watch.printed(/^generated: /m, () => change(cwd, round)));
      }
      const ms = median(samples);
      return {
        tables: [
          {
            title: "`generate --watch`: one of 10 tokens of 50 claims is saved",
            columns: ["", "ms"],
            rows: [
              ["median", figure(ms)],
              ["slowest", figure(Math.max(...samples))],
            ],
          },
        ],
        goals: [goal("generate --watch, one of 10 tokens changed", ms, LIMIT_MS, (value) => figure(value, "ms"))],
      };
    } finally {
      await watch.stop();
    }
  });
}

/** Another claim each time, so that types and validators change and not only words. */
function change(cwd, round) {
  const token = round % TOKENS;
  const schema = tokenSchema(token, CLAIMS);
  schema.properties[`added_${round}`] = { type: "string", maxLength: 100 + round };
  writeFileSync(path.join(cwd, schemaFile(token)), JSON.stringify(schema, null, 2));
}

function startWatch(cwd) {
  const child = spawn(process.execPath, [CLAIMSMITH, "generate", "--watch"], { cwd });
  const ended = new Promise((resolve) => child.once("close", resolve));
  return {
    /** Milliseconds from when `begin` has returned until the watch prints a text. */
    printed(pattern, begin) {
      return new Promise((resolve, reject) => {
        let text = "";
        const read = (chunk) => {
          text += chunk;
          if (pattern.test(text)) settle(() => resolve(millisecondsSince(start)));
        };
        const end = () => settle(() => reject(new TypeError(`The watch ended: ${text}`)));
        const timer = setTimeout(
          () => settle(() => reject(new TypeError(`The watch is silent: ${text}`))),
          PATIENCE_MS,
        );
        const settle = (finish) => {
          clearTimeout(timer);
          for (const stream of [child.stdout, child.stderr]) stream.off("data", read);
          child.off("close", end);
          finish();
        };
        for (const stream of [child.stdout, child.stderr]) stream.on("data", read);
        child.once("close", end);
        begin();
        const start = process.hrtime.bigint();
      });
    },
    stop() {
      child.kill();
      return ended;
    },
  };
}
