import { layoutJson } from "../../text/layout-json.js";
import type { Catalogue, ClaimEntry, PolicyRow, SilenceEntry, SizeEntry, TokenEntry } from "../catalogue.js";
import { PAGE_MARK } from "../page-mark.js";
import { formatNumber } from "../policy-rows.js";
import { code, jsonBlock, links, paragraphs, table, text, textBlock } from "./escape.js";
import { historyText } from "./history-text.js";

/** The page of one kind of token in Markdown. */
export function tokenText(token: TokenEntry, history: Catalogue["history"]): string {
  const { key, title, description, profile, source, claims, policy, size, example, silences } = token;
  return `${[
    `# ${text(title)}`,
    ...paragraphs(description),
    [
      `- In the config: ${code(key)}`,
      `- Follows: ${links(profile)}`,
      `- Schema: ${code(source)}`,
      ...silences.map(silenceItem),
    ].join("\n"),
    "## Claims",
    table(["claim", "type", "in every token"], claims.map(claimRow)),
    ...claims.map(claimText),
    "## Policy",
    table(["what verify demands", ""], policy.map(policyRow)),
    "## Size",
    sizeText(size),
    ...(example === null
      ? []
      : [
          "## Example",
          "Nobody accepts this token: its signature is made up, as the token itself says, and its time is over.",
          jsonBlock(layoutJson(example.header).trimEnd()),
          jsonBlock(layoutJson(example.claims).trimEnd()),
          textBlock(example.token),
        ]),
    ...(history === null ? [] : ["## Changes", historyText(history, key)]),
    `${PAGE_MARK} from the schema: to change it, edit that and run \`npx claimsmith docs --format markdown\`.`,
  ].join("\n\n")}\n`;
}

function claimRow({ id, name, type, required, deprecated, filledIn }: ClaimEntry): readonly string[] {
  const presence = required ? "required" : deprecated ? "deprecated" : "optional";
  return [
    `[${code(name)}](#${encodeURIComponent(id)})`,
    text(type),
    `${presence}${filledIn === null ? "" : ", filled in"}`,
  ];
}

function claimText(claim: ClaimEntry): string {
  const { id, name, description, members, examples } = claim;
  const facts: readonly (readonly [string, string | null])[] = [
    ["Category", claim.category === "private" && claim.namespaced ? "private, namespaced" : claim.category],
    ["Type", text(claim.type)],
    ["Required", claim.required ? `by ${links(claim.requiredBy)}` : "no"],
    ["Filled in", claim.filledIn === null ? null : text(claim.filledIn)],
    ["Standard", claim.standard.length === 0 ? null : links(claim.standard)],
    ["In code", code(claim.shortName)],
    ["Since", claim.since === null ? null : text(claim.since)],
    ["Deprecated", claim.deprecated ? (claim.sunset === null ? "yes" : `may go after ${text(claim.sunset)}`) : null],
    ["Sunset", claim.deprecated || claim.sunset === null ? null : text(claim.sunset)],
    ["Read by", claim.readers.length === 0 ? null : claim.readers.map(text).join(", ")],
    ["Size", claim.typicalBytes === null ? null : `about ${formatNumber(claim.typicalBytes)} bytes of the token`],
  ];
  return [
    // GitHub makes an anchor of a heading's words, which may be anything here; this one is our own.
    `<a id="${id}"></a>\n\n### ${code(name)}`,
    ...paragraphs(description),
    [
      ...facts.flatMap(([term, words]) => (words === null ? [] : [`- ${term}: ${words}`])),
      ...claim.silences.map(silenceItem),
    ].join("\n"),
    ...(members.length === 0
      ? []
      : [
          table(
            ["member", "type", "", "what it says"],
            members.map((member) => [
              code(member.path),
              text(member.type),
              member.presence,
              text(member.description ?? ""),
            ]),
          ),
        ]),
    ...(claim.hasMoreMembers ? ["There are more, or deeper ones: the schema has them."] : []),
    ...examples.map(jsonBlock),
  ].join("\n\n");
}

function silenceItem({ rule, reason }: SilenceEntry): string {
  return `- Silenced: ${code(rule)}, ${text(reason)}`;
}

function policyRow({ term, values, words }: PolicyRow): readonly string[] {
  return [term, [...values.map(code), ...(words === "" ? [] : [words])].join(", ")];
}

function sizeText({ smallest, typical, largest, parts, limits }: SizeEntry): string {
  const most =
    largest === null
      ? "there is no largest, since something in it has no bound"
      : `the largest ${formatNumber(largest)}`;
  return [
    `A typical token has ${formatNumber(typical)} bytes, the smallest ${formatNumber(smallest)}; ${most}.`,
    table(
      ["place", "room", "the token", "source"],
      limits.map(({ where, bytes, verdict, source }) => [where, formatNumber(bytes), verdict, source]),
    ),
    table(
      ["part", "bytes", "share"],
      parts.map(({ claim, bytes, percent }) => [
        claim === null ? "header and signature" : code(claim),
        formatNumber(bytes),
        `${percent.toFixed(1)} %`,
      ]),
    ),
  ].join("\n\n");
}
