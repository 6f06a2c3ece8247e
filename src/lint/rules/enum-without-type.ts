import type { JsonValue } from "../../schema/json-schema.js";
import { openEnums } from "../open-enums.js";
import { placeText } from "../place-text.js";
import { possibleTypes, typeOfValue } from "../possible-types.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

/** Reports enums beside which no type stands. See docs/rules/enum-without-type.md. */
export const enumWithoutType = defineRule({
  id: "enum-without-type",
  description: "An enum says of which type its values are, so that a value of another type among them is noticed.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Validation section 6.1.2"],
  messages: {
    untyped: 'The enum of "{place}" has no type beside it; all its values are of the type {type}.',
    mixed: 'The enum of "{place}" has no type beside it, and its values are of several types: {types}.',
  },
  schema(visit, { token, report }) {
    const { schema, role, isName, path, locate, location } = visit;
    const { enum: values, ...rest } = schema;
    if (values === undefined || values.length === 0 || role === "negated" || isName || openEnums(token).has(schema))
      return;
    // Six types: nothing but the enum says which.
    if (possibleTypes(rest, definitionsOf(token)).size < 6) return;
    const types = [...new Set(values.map(typeName))];
    const place = placeText({ path });
    const at = locate("enum");
    const [type] = types;
    if (type === undefined || types.length > 1) {
      report({
        at,
        message: "mixed",
        data: { place, types: types.join(", ") },
        hint: `Write the values in one type, or state that all are meant: "type": ${JSON.stringify(types)}.`,
      });
      return;
    }
    const { file, pointer } = location;
    report({
      at,
      message: "untyped",
      data: { place, type },
      hint: `Add "type": "${type}".`,
      fix:
        pointer === undefined ? undefined : { file, edits: [{ kind: "set", pointer: `${pointer}/type`, value: type }] },
    });
  },
});

function typeName(value: JsonValue): string {
  return Number.isInteger(value) ? "integer" : typeOfValue(value);
}
