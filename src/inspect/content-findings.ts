import type { ConsumerDefinition } from "../runtime/policy/definition.js";
import { findClaimFaults } from "./claim-findings.js";
import type { Finding } from "./inspection.js";
import { isCheckable } from "./kind.js";
import { findPartyFaults } from "./party-findings.js";
import { findTimeFaults } from "./time-findings.js";

/**
 * What is wrong with claims: their times, the claim set, and who they are from and for.
 *
 * @param text - what they were read from, whose length says whether they are held against the claim set
 * @param now - seconds since 1970
 */
export function findContentFaults(
  text: string,
  claims: Readonly<Record<string, unknown>>,
  definition: ConsumerDefinition,
  now: number,
): Finding[] {
  const times = findTimeFaults(claims, definition.policy, now);
  const ofClaims = isCheckable(text, definition) ? findClaimFaults(claims, definition) : [];
  const absent = new Set(
    ofClaims.flatMap(({ code, claim, expected }) =>
      code === "missing" ? [claim] : code === "misnamed" ? [expected] : [],
    ),
  );
  return [
    ...times.filter(({ code }) => code !== "lifetime_exceeded"),
    ...ofClaims,
    // A claim that is not there has been reported as missing.
    ...findPartyFaults(claims, definition).filter(({ claim }) => !absent.has(claim)),
    ...times.filter(({ code }) => code === "lifetime_exceeded"),
  ];
}
