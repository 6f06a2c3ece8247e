import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { REPOSITORY } from "./project.js";
import { runCommand } from "./run-command.js";
import { type LogReading, readLog } from "./workflow-log.js";

/** A step of a composite action, as far as this runner knows it. */
interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly shell: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

/** What action.yml says. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** How the action is run. */
export interface ActionRun {
  /** The checked-out repository. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** What GitHub sets besides. */
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
}

/** How the action ended. */
export interface ActionEnd extends LogReading {
  /** The exit code of the step that failed, 0 where none did. */
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything that was printed. */
  readonly printed: string;
  /** The text of the file that the output `report` names. */
  readonly report: string;
}

/** Returns what action.yml says. */
export function readAction(): ActionFile {
  return parse(readFileSync(path.join(REPOSITORY, "action.yml"), "utf8"));
}

/**
 * Runs the steps of action.yml one after the other as GitHub does. It knows the few expressions that the file uses and
 * throws on every other, so that a test never passes for want of understanding.
 */
export async function runAction({ workspace, inputs = {}, event, env, token }: ActionRun): Promise<ActionEnd> {
  const action = readAction();
  const temp = realpathSync(mkdtempSync(path.join(os.tmpdir(), "claimsmith-runner-")));
  const file = (name: string, text = ""): string => {
    writeFileSync(path.join(temp, name), text);
    return path.join(temp, name);
  };
  const eventPath = file("event.json", JSON.stringify(event.payload));
  const summaryPath = file("summary.md");
  const outputsOf = new Map<string, ReadonlyMap<string, string>>();

  const evaluate = (text: string): string => {
    if (!text.includes("${{")) return text;
    const [, expression = ""] = /^\$\{\{ ([^{}]+) \}\}$/.exec(text) ?? [];
    const [scope = "", ...names] = expression.split(".");
    if (expression === "github.token") return token;
    const [name = "", kind, output = ""] = names;
    if (scope === "inputs" && names.length === 1) {
      const input = action.inputs[name];
      if (input === undefined) throw new TypeError(`action.yml declares no input ${name}.`);
      return inputs[name] ?? evaluate(input.default);
    }
    if (scope === "steps" && kind === "outputs" && names.length === 3) return outputsOf.get(name)?.get(output) ?? "";
    throw new TypeError(`The runner does not know the expression ${text}.`);
  };

  let code: number | null = 0;
  let printed = "";
  for (const [index, step] of action.runs.steps.entries()) {
    if (step.shell !== "bash") throw new TypeError(`The runner does not know the shell ${step.shell}.`);
    if (step.run.includes("${{")) throw new TypeError("An expression in a script is an injection.");
    if (step.if !== undefined && step.if !== "${{ !cancelled() }}") throw new TypeError(`Unknown: ${step.if}`);
    if (code !== 0 && step.if === undefined) continue;
    const output = file(`output-${index}.txt`);
    const script = file(`step-${index}.sh`, step.run);
    const ended = await runCommand("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
      cwd: workspace,
      env: {
        // The developer's own machine may be a runner; nothing of it takes part.
        ...Object.fromEntries(
          Object.keys(process.env).flatMap((name) =>
            /^(?:GITHUB|INPUT|CLAIMSMITH)_/.test(name) ? [[name, undefined]] : [],
          ),
        ),
        CI: "true",
        ...env,
        GITHUB_ACTIONS: "true",
        GITHUB_ACTION_PATH: REPOSITORY,
        GITHUB_WORKSPACE: workspace,
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_STEP_SUMMARY: summaryPath,
        GITHUB_OUTPUT: output,
        RUNNER_TEMP: temp,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)])),
      },
    });
    printed += ended.stdout + ended.stderr;
    if (step.id !== undefined) outputsOf.set(step.id, readOutputs(readFileSync(output, "utf8")));
    if (ended.code !== 0 && step["continue-on-error"] !== true && code === 0) code = ended.code;
  }

  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value)]),
  );
  const report = outputs["report"] ? readFileSync(outputs["report"], "utf8") : "";
  const summary = readFileSync(summaryPath, "utf8");
  rmSync(temp, { recursive: true, force: true });
  return { code, outputs, summary, printed, report, ...readLog(printed) };
}

function readOutputs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => {
        const at = line.indexOf("=");
        if (at < 1 || line.includes("<<")) throw new TypeError(`The runner does not know the output ${line}.`);
        return [line.slice(0, at), line.slice(at + 1)];
      }),
  );
}
