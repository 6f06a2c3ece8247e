/** The options of every command. */
const COMMON = ["help", "version"] as const;

/** Those of each command beside them; a test compares them with what the commands say of themselves. */
const OF_COMMAND: ReadonlyMap<string, readonly string[]> = new Map([
  ["init", []],
  ["generate", ["config", "check", "watch", "format"]],
  ["lint", ["config", "format", "max-warnings", "fix", "baseline", "out"]],
  ["diff", ["config", "format", "fail-on", "out"]],
  ["inspect", ["config", "token", "key", "jwks", "format"]],
  ["infer", ["out"]],
  ["docs", ["config", "format", "out", "history"]],
  ["keys", ["algorithm", "token", "config", "out", "modulus-length", "allow-tracked"]],
]);

/** The options that take no value, of whatever command. */
const SWITCHES: readonly string[] = ["help", "version", "check", "watch", "fix", "history", "allow-tracked"];

/** The names of the options that a command has, without hyphens. */
export function optionsOf(command: string): readonly string[] {
  return [...(OF_COMMAND.get(command) ?? []), ...COMMON];
}

/** Says whether an option is one that takes no value. */
export function isSwitch(name: string): boolean {
  return SWITCHES.includes(name);
}
