import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** What the stub answers to one call. */
export interface StubAnswer {
  readonly code?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** A program in the place of claimsmith. */
export interface StubClaimsmith {
  /** How it is called, for the input `command`. */
  readonly command: string;
  /** The arguments of each call so far. */
  calls(): readonly string[];
  remove(): void;
}

const REPORT = (level: string): string => JSON.stringify({ tokens: [{ token: "accessToken", level }] });

/** What it answers unless a test says otherwise: a version without `lint`, nothing generated is wrong, one token breaks. */
const ANSWERS: Readonly<Record<string, StubAnswer>> = {
  "--version": { stdout: "0.1.0\n" },
  "--help": { stdout: "Commands:\n  claimsmith generate  Write\n" },
  generate: { stdout: "generated is up to date (1 file).\n" },
  "diff-json": { code: 1, stdout: REPORT("breaking") },
  "diff-github": { code: 1, stdout: "::error file=a.json,line=3,title=claimsmith%3A accessToken::Claim gone.\n" },
  "diff-markdown": { code: 1, stdout: "<!-- claimsmith-diff -->\n\n**claimsmith diff: 1 token of 1 breaks.**\n" },
};

/** Answers of a comparison that found nothing. */
export const NO_CHANGE: Readonly<Record<string, StubAnswer>> = {
  "diff-json": { stdout: REPORT("none") },
  "diff-github": {},
  "diff-markdown": { stdout: "<!-- claimsmith-diff -->\n\n**claimsmith diff: No change.**\n" },
};

/**
 * Returns a program that answers each command, with its format behind a hyphen, as it is told. Into a folder that it is
 * given it writes what it would print in the formats that are asked for there, but for those that end with 2.
 */
export function stubClaimsmith(answers: Readonly<Record<string, StubAnswer>> = {}): StubClaimsmith {
  const folder = mkdtempSync(path.join(os.tmpdir(), "claimsmith-stub-"));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  for (const [name, { code = 0, stdout = "", stderr = "" }] of Object.entries({ ...ANSWERS, ...answers })) {
    write(`${name}.out`, stdout);
    write(`${name}.err`, stderr);
    write(`${name}.code`, String(code));
  }
  write("calls", "");
  write(
    "stub.sh",
    `cd "${folder}"; printf '%s\\n' "$*" >> calls; name=$1
for word in "$@"; do case $word in
  --format=*) name=$1-\${word#--format=};;
  --out=*) out=\${word#--out=}; mkdir "$out"
    for format in github:github markdown:md; do
      [ "$(cat "$1-\${format%:*}.code")" = 2 ] || cp "$1-\${format%:*}.out" "$out/$1.\${format#*:}"
    done;;
esac; done
cat "./$name.out"; cat "./$name.err" >&2; exit "$(cat "./$name.code")"
`,
  );
  return {
    command: `bash "${folder}/stub.sh"`,
    calls: () => readFileSync(path.join(folder, "calls"), "utf8").split("\n").filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
