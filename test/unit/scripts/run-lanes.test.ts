import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../../support/project.js";
import { runCommand } from "../../support/run-command.js";

const MODULE = pathToFileURL(path.join(REPOSITORY, "scripts/run-lanes.js")).href;

/** Runs lanes in a process of their own, whose output is looked at; seconds are left out. */
async function run(lanes: readonly (readonly string[])[]) {
  const script = `import { runLanes } from ${JSON.stringify(MODULE)};
process.stdout.write(String(await runLanes(${JSON.stringify(lanes)})));`;
  const { stdout } = await runCommand(process.execPath, ["--input-type=module", "-e", script], { cwd: REPOSITORY });
  return stdout.replaceAll(/\d+ s\b/g, "N s");
}

describe("lanes of commands", () => {
  it("run at the same time, and keep what each command prints together", async () => {
    const printed = await run([["echo one", "echo two"], ["echo three"]]);
    for (const word of ["one", "two", "three"]) expect(printed).toContain(`\n> echo ${word}: N s\n${word}\n`);
    expect(printed.indexOf("echo one")).toBeLessThan(printed.indexOf("echo two"));
    expect(printed.endsWith("true")).toBe(true);
  });

  it.each([
    ["that fails", "false", "\n> false: failed after N s\n"],
    [
      "that is not there",
      "no-such-program x",
      "\n> no-such-program x: failed after N s\nspawn no-such-program ENOENT\n",
    ],
  ])("end with a command %s, and the other lanes go on", async (_, command, words) => {
    const printed = await run([[command, "echo never"], ["echo other"]]);
    expect(printed).toContain(words);
    expect(printed).toContain("\nother\n");
    expect(printed).not.toContain("never");
    expect(printed.endsWith("false")).toBe(true);
  });

  it("print at once where there is one only", async () => {
    expect(await run([["echo one"]])).toBe("\n> echo one\none\n> echo one: N s\ntrue");
  });
});
