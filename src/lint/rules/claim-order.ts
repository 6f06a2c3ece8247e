import { REGISTERED_CLAIMS } from "../../model/standard-claims.js";
import { defineRule } from "../rule.js";

/** Reports claim sets whose registered claims do not come first. See docs/rules/claim-order.md. */
export const claimOrder = defineRule({
  id: "claim-order",
  description: "The registered claims come first, in one order, so that claim sets can be read side by side.",
  severity: "off",
  source: ["RFC 7519 section 4.1"],
  messages: { order: "The registered claims do not come first, in the order of RFC 7519." },
  schema({ schema, path, isName, locate }, { report }) {
    if (path.length > 0 || isName || schema.properties === undefined) return;
    const names = Object.keys(schema.properties);
    const wanted = [...REGISTERED_CLAIMS.keys()].filter((name) => names.includes(name));
    if (wanted.every((name, index) => names[index] === name)) return;
    const { pointer = "", ...at } = locate("properties");
    report({
      at: { ...at, pointer },
      message: "order",
      hint: `Begin with ${wanted.join(", ")}.`,
      fix: { file: at.file, edits: [{ kind: "order", pointer, names: wanted }] },
    });
  },
});
