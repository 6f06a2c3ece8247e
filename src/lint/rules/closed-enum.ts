import { nameWords } from "../../facts/name-words.js";
import { openEnums } from "../open-enums.js";
import { placeText } from "../place-text.js";
import { defineRule } from "../rule.js";
import type { PathStep } from "../walk.js";

/** What organizations add to over the years, in the singular. */
const GROWING: ReadonlySet<string> = new Set(
  "role plan permission scope tier feature entitlement group edition subscription privilege capability addon product".split(
    " ",
  ),
);

/** Reports closed enums of what is likely to grow. See docs/rules/closed-enum.md. */
export const closedEnum = defineRule({
  id: "closed-enum",
  description: "An enum that is meant to grow is written so that consumers accept what is added to it.",
  severity: "warn",
  source: ["RFC 7519 section 4"],
  messages: {
    closed: 'The enum of "{place}" is closed: a consumer refuses every token with a value that is added later.',
  },
  schema(visit, { token, report }) {
    const { schema, role, isName, path, locate } = visit;
    const values = schema.enum ?? [];
    if (role === "negated" || isName || values.length < 2 || !values.every((value) => typeof value === "string"))
      return;
    if (!isGrowing(path) || openEnums(token).has(schema)) return;
    report({
      at: locate("enum"),
      message: "closed",
      data: { place: placeText(visit) },
      hint: 'If more may come, write { "anyOf": [{ "enum": [ … ] }, { "type": "string" }] }: known values are still completed. Consumers first; then values can be added in any order.',
    });
  },
});

/** The name next to the value is that of a thing that grows: `role`, `roles[]`, `subscriptionPlan`. */
function isGrowing(path: readonly PathStep[]): boolean {
  const name = path.findLast((step) => typeof step === "string");
  const last = name === undefined ? undefined : nameWords(name).at(-1);
  return last !== undefined && (GROWING.has(last) || GROWING.has(singular(last)));
}

function singular(word: string): string {
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/u, "");
}
