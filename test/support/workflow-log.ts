/** An annotation, as GitHub shows it. */
export interface Annotation {
  readonly severity: string;
  readonly file?: string;
  readonly line?: string;
  readonly col?: string;
  readonly title?: string;
  readonly message: string;
}

/** What GitHub makes of the log of a run. */
export interface LogReading {
  readonly annotations: readonly Annotation[];
  /** Commands that are neither annotations nor those that stop and resume commands. */
  readonly otherCommands: readonly string[];
  /** The lines that people read. */
  readonly log: string;
}

/** The annotations that say what changed in the token `accessToken`, among those of the other checks. */
export function diffAnnotations({ annotations }: Pick<LogReading, "annotations">): readonly Annotation[] {
  return annotations.filter(({ title }) => title?.startsWith("claimsmith: accessToken"));
}

/**
 * Reads a log as the runner of GitHub does: a line that begins with `::`, after blanks, is a command; so is what follows
 * an older `##[` anywhere in a line; after `stop-commands` nothing is, up to the line that resumes.
 */
export function readLog(printed: string): LogReading {
  const annotations: Annotation[] = [];
  const otherCommands: string[] = [];
  const log: string[] = [];
  let stopped: string | null = null;
  for (const line of printed.split(/\r\n|\r|\n/)) {
    const [, name = "", properties = "", message = ""] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (stopped !== null) {
      if (name === stopped) stopped = null;
      else log.push(line);
    } else if (name === "stop-commands") {
      stopped = message;
    } else if (["error", "warning", "notice"].includes(name)) {
      annotations.push({ severity: name, ...readProperties(properties), message: unescapeData(message) });
    } else if (name !== "" || line.includes("##[")) {
      otherCommands.push(line);
    } else if (line !== "") {
      log.push(line);
    }
  }
  return { annotations, otherCommands, log: log.join("\n") };
}

function readProperties(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split(",")
      .filter(Boolean)
      .map((property) => {
        const at = property.indexOf("=");
        return [
          property.slice(0, at),
          unescapeData(
            property
              .slice(at + 1)
              .replaceAll("%3A", ":")
              .replaceAll("%2C", ","),
          ),
        ];
      }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}
