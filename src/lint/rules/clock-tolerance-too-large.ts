import { durationText } from "../../text/duration-text.js";
import { defineRule } from "../rule.js";

/** Clocks that are kept by NTP differ by far less. */
const LARGEST_SECONDS = 120;

/** Reports tolerances that accept tokens long after they expired. See docs/rules/clock-tolerance-too-large.md. */
export const clockToleranceTooLarge = defineRule({
  id: "clock-tolerance-too-large",
  description: "The tolerance makes up for two clocks that differ, and does not lengthen a token's life.",
  severity: "warn",
  source: ["RFC 7519 section 4.1.4"],
  messages: {
    large: "The clock tolerance {tolerance} is more than two minutes.",
    relative: "The clock tolerance {tolerance} is more than half of the lifetime {lifetime}.",
  },
  token({ policy }, { locate, report }) {
    const tolerance = durationText(policy.clockToleranceSeconds);
    const lifetime = durationText(policy.lifetimeSeconds);
    const at = locate("clockTolerance");
    const hint = "Keep the clocks right (NTP), and set it to 60s or less.";
    if (policy.clockToleranceSeconds > LARGEST_SECONDS) report({ at, message: "large", data: { tolerance }, hint });
    else if (policy.clockToleranceSeconds * 2 > policy.lifetimeSeconds) {
      report({ at, message: "relative", data: { tolerance, lifetime }, hint });
    }
  },
});
