import type { ExpandedMember, Expansion } from "../diff/expansion.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { place } from "./error-text.js";

/** One thing to write for the expanded state: where, and the JSON. */
export interface ExpansionPart {
  readonly where: string;
  readonly json: string;
}

/** Lines of JSON up to this length stay one line. */
const SHORT = 100;

/** What to write for the expanded state of a token, part by part: members of schema files, then the token's in the config. */
export function expansionParts(token: string, { schema, policy }: Expansion): readonly ExpansionPart[] {
  const members = schema.map((member) => ({ where: whereOf(member), json: jsonOf(member.value) }));
  const removed = Object.keys(policy).filter((name) => policy[name] === null);
  const kept = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== null));
  const config = `token ${JSON.stringify(token)} of the config`;
  return [
    ...members,
    ...(Object.keys(kept).length === 0 ? [] : [{ where: config, json: jsonOf(kept) }]),
    ...(removed.length === 0 ? [] : [{ where: `${config}, without ${removed.join(" and ")}`, json: "" }]),
  ];
}

function whereOf({ location, pointer, claim, value }: ExpandedMember): string {
  const at = place({ ...location, pointer });
  const isWhole = claim === null && isSchemaObject(value);
  return isWhole ? `a schema file of its own, in place of ${place(location)}` : at;
}

function isSchemaObject(value: ExpandedMember["value"]): value is SchemaObject {
  return typeof value === "object" && !Array.isArray(value);
}

/** JSON to paste: what would steer a terminal or turn the reading direction is escaped as JSON does it. */
function jsonOf(value: unknown): string {
  const short = JSON.stringify(value);
  const text = short.length <= SHORT ? short : JSON.stringify(value, null, 2);
  return text.replace(/[^\P{C}\n]|[\u2028\u2029]/gu, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
