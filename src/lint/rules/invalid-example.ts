import { selectBestErrors } from "../../runtime/claims/best-errors.js";
import type { ValidatorError } from "../../runtime/errors/claim-issue.js";
import type { JsonValue } from "../../schema/json-schema.js";
import { placeText } from "../place-text.js";
import { tryCompile } from "../prove.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

/** Reports examples and defaults that their own schema refuses. See docs/rules/invalid-example.md. */
export const invalidExample = defineRule({
  id: "invalid-example",
  description: "An example is a value that the schema accepts: people copy it.",
  severity: "error",
  source: ["JSON Schema 2020-12 Validation section 9.5", "JSON Schema 2020-12 Validation section 9.2"],
  messages: {
    root: 'This {what} of the claim set does not meet its own schema: "{keyword}" refuses it{where}.',
    inside: 'This {what} of "{place}" does not meet its own schema: "{keyword}" refuses it{where}.',
  },
  schema({ schema, path, locate }, { token, report }) {
    const given: readonly (readonly [what: string, value: JsonValue, members: readonly (string | number)[]])[] = [
      ...(schema.examples ?? []).map((value, index) => ["example", value, ["examples", index]] as const),
      ...(schema.default === undefined ? [] : [["default", schema.default, ["default"]] as const]),
    ];
    if (given.length === 0) return;
    const accepts = tryCompile({ ...schema, $defs: definitionsOf(token) });
    if (accepts === null) return;
    for (const [what, value, members] of given) {
      if (accepts(value)) continue;
      // Holds because a complaint of ajv has what the runtime's type of it names.
      const [first] = selectBestErrors((accepts.errors ?? []) as readonly ValidatorError[]);
      const keyword = first?.keyword ?? "schema";
      const where = first === undefined || first.instancePath === "" ? "" : ` at ${first.instancePath}`;
      const hint = `Mend the ${what}, or the schema if the ${what} is right.`;
      if (path.length === 0) report({ at: locate(...members), message: "root", data: { what, keyword, where }, hint });
      else {
        const place = placeText({ path });
        report({ at: locate(...members), message: "inside", data: { what, keyword, where, place }, hint });
      }
    }
  },
});
