import type { LintSample } from "./expect-findings.js";

/** The headings of a rule's page, in their order. */
export const RULE_PAGE_HEADINGS = ["Why", "Reports", "Accepts", "Options", "When to turn it off"] as const;

/** A rule's page, taken apart. */
export interface RulePage {
  readonly title: string;
  /** The paragraphs before the first heading. */
  readonly introduction: readonly string[];
  /** The text under each heading, in the order of the page. */
  readonly sections: ReadonlyMap<string, string>;
}

/** One example of a page: its text, for the name of the test, and what it stands for. */
export interface PageExample {
  readonly text: string;
  readonly sample: LintSample;
}

/** Takes the page of a rule apart. */
export function readRulePage(markdown: string): RulePage {
  const [head = "", ...parts] = markdown.split(/^## /mu);
  const [title = "", ...introduction] = head.trim().split(/\n{2,}/u);
  return {
    title: title.replace(/^# /u, ""),
    introduction,
    sections: new Map(
      parts.map((part) => {
        const end = part.indexOf("\n");
        return [part.slice(0, end), part.slice(end + 1)];
      }),
    ),
  };
}

/**
 * The examples of a section. A block ` ```json schema ` is the claim set of the token `token`. A block ` ```json config `
 * has members of the config; each token in it has the members of a minimal one where it does not give them itself. A
 * schema block with nothing but blank lines between it and the config block before it belongs to that config.
 */
export function examplesOf(section: string): readonly PageExample[] {
  const examples: { text: string; config: object | null; schema: unknown; end: number }[] = [];
  for (const match of section.matchAll(/^```json (schema|config)\n(.*?)^```$/gmsu)) {
    const [whole, kind, text = ""] = match;
    const value: unknown = JSON.parse(text);
    const end = match.index + whole.length;
    const last = examples.at(-1);
    if (kind === "config") {
      if (typeof value !== "object" || value === null) throw new TypeError(`No members of a config: ${text}`);
      examples.push({ text, config: value, schema: undefined, end });
    } else if (last?.schema === undefined && last !== undefined && section.slice(last.end, match.index).trim() === "") {
      Object.assign(last, { text: last.text + text, schema: value, end });
    } else {
      examples.push({ text, config: null, schema: value, end });
    }
  }
  return examples.map(({ text, config, schema }) => ({ text, sample: { config: withTokens(config ?? {}), schema } }));
}

function withTokens(config: object): Readonly<Record<string, unknown>> {
  const tokens = "tokens" in config ? config.tokens : { token: {} };
  const minimal = { schema: "schema.json", algorithms: ["ES256"], lifetime: "15m" };
  return {
    ...config,
    tokens: Object.fromEntries(
      Object.entries(typeof tokens === "object" && tokens !== null ? tokens : {}).map(([key, token]) => [
        key,
        { ...minimal, ...token },
      ]),
    ),
  };
}
