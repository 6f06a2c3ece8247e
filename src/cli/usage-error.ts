import { UsageError } from "../errors.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import { optionsOf } from "./option-names.js";

/**
 * What the parser says of a command line, in our own words: what is wrong, and what to do.
 *
 * @param message - the parser's message
 * @param words - the arguments after the program's name
 * @param commands - the names of all commands
 */
export function usageError(message: string, words: readonly string[], commands: readonly string[]): UsageError {
  const command = words.find((word) => !word.startsWith("-"));
  if (command === undefined) {
    return new UsageError("unknown_command", "No command was given.", {
      expected: `a command: ${commands.map((name) => `\`${name}\``).join(", ")}`,
      hint: "Run `claimsmith --help` to see what each does.",
    });
  }
  if (!commands.includes(command)) {
    return new UsageError("unknown_command", `There is no command ${quoteText(command)}.`, {
      hint: didYouMean(command, commands) ?? "Run `claimsmith --help` to see the commands.",
    });
  }
  const help = `Run \`claimsmith ${command} --help\` to see what it takes.`;
  const choice = /Argument: (.+), Given: (.+), Choices: (.+)/.exec(message);
  if (choice !== null) {
    return new UsageError("invalid_option", `The option --${choice[1]} cannot be ${choice[2]}.`, {
      expected: `one of ${choice[3]}`,
      hint: help,
    });
  }
  const unknown = /^Unknown arguments?: (.+)$/m.exec(message)?.[1]?.split(", ")[0];
  if (unknown !== undefined) {
    const isShort = words.includes(`-${unknown}`);
    const isOption = isShort || words.some((word) => word.startsWith(`--${unknown}`));
    const shown = isOption ? `option ${isShort ? "-" : "--"}${unknown}` : `argument ${quoteText(unknown)}`;
    return new UsageError("unknown_option", `\`claimsmith ${command}\` takes no ${shown}.`, {
      // What begins with "no-" was meant to be the opposite of what is near it.
      hint: (isOption && !unknown.startsWith("no-") ? didYouMean(unknown, optionsOf(command), "--") : null) ?? help,
    });
  }
  const valueless = /^Not enough arguments following: (.+)$/m.exec(message)?.[1];
  if (valueless !== undefined) {
    return new UsageError("invalid_option", `The option --${valueless} needs a value.`, { hint: help });
  }
  if (/^Not enough non-option arguments/m.test(message)) {
    return missingArgument(command, help);
  }
  const exclusive = /^Arguments (.+) and (.+) are mutually exclusive$/m.exec(message);
  if (exclusive !== null) {
    const [, first, second] = exclusive;
    return new UsageError("invalid_option", `The options --${first} and --${second} exclude each other.`, {
      hint: help,
    });
  }
  return new UsageError("invalid_option", quoteText(message, 200), { hint: help });
}

/** What each command needs, and a call that has it. */
const NEEDED: ReadonlyMap<string, readonly [what: string, call: string]> = new Map([
  ["diff", ["what to compare with: a git revision, a config or a schema file", "diff main"]],
  ["inspect", ["a token, the name of a file that holds one, or `-` for the standard input", "inspect - < token.txt"]],
  ["infer", ["tokens or decoded payloads, files of them, or `-` for the standard input", "infer tokens.txt"]],
  ["keys", ["what to do: `new`, `public`, `add` or `retire`", "keys new"]],
]);

function missingArgument(command: string, help: string): UsageError {
  const message = `\`claimsmith ${command}\` needs another argument.`;
  const [expected, call] = NEEDED.get(command) ?? [];
  const hint = call === undefined ? help : `Write for example \`claimsmith ${call}\`. ${help}`;
  return new UsageError("invalid_option", message, { expected, hint });
}

function didYouMean(word: string, known: readonly string[], prefix = ""): string | null {
  const nearest = suggest(word, known);
  return nearest === null ? null : `Did you mean \`${prefix}${nearest}\`?`;
}
