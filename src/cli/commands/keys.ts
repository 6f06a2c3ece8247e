import type { NewKeysOptions } from "../../api/keys.js";
import { UsageError } from "../../errors.js";
import { quoteText } from "../../text/quote-text.js";
import { suggest } from "../../text/suggest.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { FREE_WORDS, refuseOptions } from "../free-words.js";
import { givenWords, NO_DEFAULT } from "../given-words.js";
import { lastOf } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";

/** The options of `claimsmith keys`, as typed. */
export interface KeysArguments extends Omit<NewKeysOptions, "cwd"> {
  readonly action: string;
  /** What the action is about: files, and the id of a key. */
  readonly words: readonly string[];
}

/** Runs `claimsmith keys`; gives the exit code. */
export function runKeys({ action: name, words, ...options }: KeysArguments, terminal: Terminal): Promise<number> {
  // An error is shown without the lines around its place: they may be somebody's key.
  return reportingErrors(
    terminal,
    () => null,
    async () => {
      const action = readAction(name);
      checkWords(action, words);
      if (action !== "new") refuseForeign(action, options);
      // Loaded only now: help and the other commands do without jose.
      const [{ newKeys, publicKeys, addKeys, retireKey }, text, { keyText }] = await Promise.all([
        import("../../api/keys.js"),
        import("../../report/keys-text.js"),
        import("../../api/key-text.js"),
      ]);
      const [file = "", ...rest] = words;
      switch (action) {
        case "new":
          terminal.out(text.newKeysText(await newKeys(options)));
          break;
        case "public":
          terminal.out(keyText(publicKeys(words)));
          break;
        case "add":
          terminal.out(text.addKeysText(addKeys(file, rest)));
          break;
        case "retire":
          terminal.out(text.retireKeyText(retireKey(file, rest[0] ?? "")));
          break;
      }
      return 0;
    },
  );
}

/** What `claimsmith keys` can do: what stands behind each action, and how many words that are. */
const ACTIONS = {
  new: { usage: "keys new", least: 0, most: 0 },
  public: { usage: "keys public FILE...", least: 1, most: Number.POSITIVE_INFINITY },
  add: { usage: "keys add JWKS FILE...", least: 2, most: Number.POSITIVE_INFINITY },
  retire: { usage: "keys retire JWKS KEY_ID", least: 2, most: 2 },
} as const;

type Action = keyof typeof ACTIONS;

function readAction(name: string): Action {
  // Each is a key of the table, one by one.
  const actions = Object.keys(ACTIONS) as Action[];
  const found = actions.find((action) => action === name);
  if (found !== undefined) return found;
  const nearest = suggest(name, actions);
  throw new UsageError("invalid_option", `\`claimsmith keys\` cannot do ${quoteText(name)}.`, {
    expected: `one of ${actions.map((action) => `\`${action}\``).join(", ")}`,
    hint: nearest === null ? HELP : `Did you mean \`claimsmith keys ${nearest}\`?`,
  });
}

const HELP = "Run `claimsmith keys --help` to see what it takes.";

function checkWords(action: Action, words: readonly string[]): void {
  const { usage, least, most } = ACTIONS[action];
  // The id of a key is anybody's: it may begin with a hyphen.
  refuseOptions("keys", action === "retire" ? words.slice(0, 1) : words);
  if (words.length >= least && words.length <= most) return;
  const amount = words.length < least ? "another argument" : "fewer arguments";
  throw new UsageError("invalid_option", `\`claimsmith keys ${action}\` needs ${amount}.`, {
    expected: `\`claimsmith ${usage}\``,
    hint: HELP,
  });
}

/** Refuses options that only `new` has. */
function refuseForeign(action: Action, options: object): void {
  const given = Object.entries(options).find(([, value]) => value !== undefined && value !== false);
  if (given === undefined) return;
  const name = given[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError("unknown_option", `\`claimsmith keys ${action}\` takes no option --${name}.`, {
    hint: "It is an option of `claimsmith keys new`.",
  });
}

/** The command `keys`. */
export const keysCommand: Command = {
  name: "keys",
  add: (parser, { terminal, start }) =>
    parser.command(
      "keys <action> [words..]",
      "Make keys to sign with, and keep their public JWK Set",
      (command) =>
        command
          .parserConfiguration(FREE_WORDS)
          .positional("action", { type: "string", demandOption: true, describe: "new, public, add or retire" })
          .positional("words", {
            type: "string",
            array: true,
            ...NO_DEFAULT,
            describe: "Files; for retire a key id",
          })
          .option("algorithm", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "Algorithm of the key, if not the first of the policy",
          })
          .option("token", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "The token that the key is for",
          })
          .option("config", { ...CONFIG_OPTION, coerce: lastOf })
          .option("out", { type: "string", requiresArg: true, coerce: lastOf, describe: "The folder to write into" })
          .option("modulus-length", {
            type: "number",
            requiresArg: true,
            describe: "Bits of an RSA key, 2048 if not said",
          })
          .option("allow-tracked", {
            type: "boolean",
            describe: "Write where git would take the private key into its history",
          })
          .example("$0 keys new --out keys", "private.jwk.json and jwks.json")
          .example("$0 keys public private.jwk.json", "print the public JWK Set")
          .example("$0 keys add jwks.json next/private.jwk.json", "publish the next key")
          .example("$0 keys retire jwks.json KEY_ID", "take a key out"),
      ({ action, words, algorithm, token, config, out, modulusLength, allowTracked }) =>
        start(
          runKeys(
            { action, words: givenWords(words), algorithm, token, config, out, modulusLength, allowTracked },
            terminal,
          ),
        ),
    ),
};
