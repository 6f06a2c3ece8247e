import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readSection } from "./read-page.js";

/** Thrown where a step of a case does not end as it has to; the message has all that was printed. */
class StepError extends Error {}

/** A folder with the files of the page, in which commands are run. */
export class Scratch {
  /**
   * @param folder - absolute, made here
   * @param surroundings - `tarball` of claimsmith, `generated`: the package as claimsmith makes it, or null, `bin`: the folder of the tools
   */
  constructor(folder, surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
    mkdirSync(folder, { recursive: true });
    this.write(readSection("The project").files);
    const { generated } = surroundings;
    if (generated !== null) cpSync(generated, this.path("packages/contract/generated"), { recursive: true });
  }

  path(file) {
    return path.join(this.folder, file);
  }

  read(file) {
    return readFileSync(this.path(file), "utf8");
  }

  /** Writes files as the page has them, but with the claimsmith that is tested in the place of a published one. */
  write(files) {
    for (const [file, text] of files) {
      mkdirSync(path.dirname(this.path(file)), { recursive: true });
      const wanted = text.replace('"claimsmith": "^0.1.0"', `"claimsmith": "file:${this.surroundings.tarball}"`);
      writeFileSync(this.path(file), wanted);
    }
  }

  /** Adds a claim to the contract. */
  addClaim(name) {
    const file = "packages/contract/schemas/access-token.schema.json";
    const schema = JSON.parse(this.read(file));
    schema.properties[name] = { type: "string" };
    this.write(new Map([[file, JSON.stringify(schema)]]));
  }

  /** Runs a command; returns what it printed. Any other exit code than the one wanted is a StepError. */
  run(words, { exit = 0 } = {}) {
    const env = {
      ...process.env,
      ...QUIET,
      PATH: [this.surroundings.bin, process.env.PATH].join(path.delimiter),
    };
    const [program, ...rest] = words;
    const ended = spawnSync(program, rest, { cwd: this.folder, env, encoding: "utf8", timeout: 300_000 });
    const printed = `${ended.stdout}${ended.stderr}`;
    if (ended.status === exit) return printed;
    const how = ended.error === undefined ? `exit code ${ended.status}` : ended.error.message;
    throw new StepError(`\`${words.join(" ")}\`: ${how}, not ${exit}\n${printed}`);
  }

  /** What the service's build made of the generated package: the claims that it knows. */
  builtClaims() {
    return JSON.parse(this.read("services/api/dist/claims.json"));
  }
}

/** No telemetry, no daemon, no colours, no cloud; lock files are new here. */
const QUIET = {
  CI: "",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  NX_DAEMON: "false",
  NX_NO_CLOUD: "true",
  NX_TUI: "false",
  YARN_ENABLE_TELEMETRY: "0",
  YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_prefer_offline: "true",
};
