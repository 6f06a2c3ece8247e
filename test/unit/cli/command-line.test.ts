import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isSwitch, optionsOf } from "../../../src/cli/option-names.js";
import { REPOSITORY } from "../../support/project.js";
import { runInProcess } from "../../support/run-in-process.js";

const COMMANDS = readdirSync(path.join(REPOSITORY, "docs/commands")).map((file) => file.replace(/\.md$/, ""));

const claimsmith = (...words: readonly string[]) => runInProcess(words);

describe("help", () => {
  it.each(COMMANDS)("of %s is what -h prints, too, and shows no empty list", async (command) => {
    const { code, out, err } = await claimsmith(command, "-h");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe((await claimsmith(command, "--help")).out);
    expect(out).not.toContain("[]");
  });

  it.each(COMMANDS)("of %s lists the options that a misspelt one is compared with", async (command) => {
    const { out } = await claimsmith(command, "--help");
    const rows = [...out.matchAll(/^ +(?:-h, )?--([a-z-]+) .*(?:\n(?! +(?:-h, )?--|\n).*)*/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual([...optionsOf(command)].sort());
    const switches = rows.filter(([row]) => row.includes("[boolean]")).map(([, name]) => name);
    expect(switches).toEqual(rows.map(([, name = ""]) => name).filter(isSwitch));
  });
});

describe("a word that is no option", () => {
  it.each<[words: readonly string[], takes: string, hint: string]>([
    [["generate", "--chekc"], "no option --chekc", "Did you mean `--check`?"],
    [["docs", "--histroy"], "no option --histroy", "Did you mean `--history`?"],
    [["lint", "--chek"], "no option --chek", "Run `claimsmith lint --help` to see what it takes."],
    [["generate", "--no-check"], "no option --no-check", "Run `claimsmith generate --help` to see what it takes."],
    [["lint", "-f", "json"], "no option -f", "Run `claimsmith lint --help` to see what it takes."],
    [["docs", "x"], 'no argument "x"', "Run `claimsmith docs --help` to see what it takes."],
  ])("%j is refused with what may have been meant", async ([command = "", ...words], takes, hint) => {
    const err = `error [unknown_option] \`claimsmith ${command}\` takes ${takes}.\n  ${hint}\n`;
    expect(await claimsmith(command, ...words)).toEqual({ code: 2, out: "", err });
  });
});

describe("a switch", () => {
  it.each(["--check=1", "--check=yes", "--check=", "--watch=maybe"])("cannot be %s", async (word) => {
    const { code, out, err } = await claimsmith("generate", word);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`error [invalid_option] The option ${word.replace(/=.*/, "")} cannot be `);
  });

  it.each(["--check=true", "--check=false"])("can be %s", async (word) => {
    const { err } = await claimsmith("generate", "--config", "/no/such/file", word);
    expect(err).toContain("error [config_not_found]");
  });
});

describe("an argument that is missing", () => {
  it.each([
    ["diff", "what to compare with: a git revision, a config or a schema file", "diff main"],
    ["inspect", "a token, the name of a file that holds one, or `-` for the standard input", "inspect - < token.txt"],
    ["infer", "tokens or decoded payloads, files of them, or `-` for the standard input", "infer tokens.txt"],
    ["keys", "what to do: `new`, `public`, `add` or `retire`", "keys new"],
  ])("is named for %s, with an example", async (command, expected, call) => {
    expect(await claimsmith(command)).toEqual({
      code: 2,
      out: "",
      err: `error [invalid_option] \`claimsmith ${command}\` needs another argument.
  expected: ${expected}
  Write for example \`claimsmith ${call}\`. Run \`claimsmith ${command} --help\` to see what it takes.
`,
    });
  });
});

describe("an argument of any number of words", () => {
  it.each([
    [["keys", "public"], "`claimsmith keys public` needs another argument."],
    [["inspect"], "`claimsmith inspect` needs another argument."],
    [["infer"], "`claimsmith infer` needs another argument."],
    [["generate", "--format", "text", "--config", "/no/such/file"], 'The config file "/no/such/file" does not exist.'],
  ])("may be left out: %j", async (words, message) => {
    const { code, err } = await claimsmith(...words);
    expect(code).toBe(2);
    expect(err).toContain(`] ${message}\n`);
  });
});
