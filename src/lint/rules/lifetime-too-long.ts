import { LONGEST_LIFETIMES } from "../../facts/lifetimes.js";
import { durationText } from "../../text/duration-text.js";
import { defineRule } from "../rule.js";

/** Reports lifetimes beyond what is usual for the kind of token. See docs/rules/lifetime-too-long.md. */
export const lifetimeTooLong = defineRule({
  id: "lifetime-too-long",
  description: "A token lives no longer than its kind has to: until it expires, whoever finds it can use it.",
  severity: "warn",
  source: [...new Set(Object.values(LONGEST_LIFETIMES).flatMap(({ source }) => source))],
  messages: { long: "The lifetime {lifetime} is long for {kind}: at most {longest} is advised." },
  token({ policy }, { locate, report }) {
    const { kind, seconds, source } = LONGEST_LIFETIMES[policy.profile];
    if (policy.lifetimeSeconds <= seconds) return;
    report({
      at: locate("lifetime"),
      message: "long",
      data: { lifetime: durationText(policy.lifetimeSeconds), kind, longest: durationText(seconds) },
      hint: "Shorten it and renew tokens more often; by `claimsmith diff`, a shorter lifetime is deployed to producers first.",
      source,
    });
  },
});
