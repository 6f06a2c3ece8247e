import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readAction } from "../support/action-runner.js";
import { REPOSITORY } from "../support/project.js";

const action = readAction();
const page = readFileSync(path.join(REPOSITORY, "docs/github-action.md"), "utf8");
const { steps } = action.runs;

/** The rows of the table under a heading, cell by cell. */
function table(heading: string): readonly (readonly string[])[] {
  const [, text = ""] = page.split(`\n## ${heading}\n`);
  const [, , ...rows] = (text.split("\n## ", 1)[0] ?? "").match(/^\|.*\|$/gm) ?? [];
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const code = (text: string): string => (text === "" ? "" : `\`${text}\``);

describe("action.yml", () => {
  it("is composite and puts nothing into a script but the names of the environment", () => {
    expect(action.runs.using).toBe("composite");
    for (const { run, shell } of steps) {
      expect(shell).toBe("bash");
      expect(run).toMatch(/^node "\$GITHUB_ACTION_PATH\/action\/steps\/[a-z]+\.js"$/);
    }
  });

  it("runs every script of action/steps once, with the verdict last", () => {
    const scripts = steps.map(({ run }) => /[a-z]+\.js/.exec(run)?.[0] ?? "");
    expect([...scripts].sort()).toEqual(readdirSync(path.join(REPOSITORY, "action/steps")).sort());
    expect(scripts.every((script) => existsSync(path.join(REPOSITORY, "action/steps", script)))).toBe(true);
    expect(scripts.at(-1)).toBe("verdict.js");
  });

  it("gives the token to the one step that comments, which may fail", () => {
    const withToken = steps.filter(({ env }) => Object.values(env ?? {}).includes("${{ inputs.token }}"));
    expect(withToken.map(({ id }) => id)).toEqual(["comment"]);
    expect(steps.filter((step) => step["continue-on-error"] === true).map(({ id }) => id)).toEqual(["comment"]);
  });

  it("uses each input", () => {
    const used = steps.flatMap(({ env }) => Object.values(env ?? {}));
    const unused = Object.keys(action.inputs).filter((name) => !used.includes(`\${{ inputs.${name} }}`));
    expect(unused).toEqual([]);
  });
});

describe("docs/github-action.md", () => {
  it("lists the inputs of action.yml, with their defaults and in its words", () => {
    const inputs = Object.entries(action.inputs);
    expect(table("Inputs")).toEqual(inputs.map(([name, one]) => [code(name), code(one.default), one.description]));
  });

  it("shows a workflow that asks for no more than it needs, with the action in this version", () => {
    const [, text = ""] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
    const workflow = parse(text);
    const { version } = JSON.parse(readFileSync(path.join(REPOSITORY, "package.json"), "utf8"));
    expect(workflow.on).toBe("pull_request");
    expect(workflow.permissions).toEqual({ contents: "read", "pull-requests": "write" });
    expect(workflow.jobs.claims.steps.at(-1)).toEqual({ uses: `OWNER/claimsmith@v${version}` });
  });

  it("lists the outputs of action.yml in its words", () => {
    const outputs = Object.entries(action.outputs);
    expect(table("Outputs")).toEqual(outputs.map(([name, one]) => [code(name), one.description]));
  });
});
