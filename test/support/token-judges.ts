import type { Token } from "../../src/model/model.js";
import { matchIssuer } from "../../src/runtime/policy/issuer-pattern.js";
import type { JsonValue } from "../../src/schema/json-schema.js";
import { getOwn, isObject } from "../../src/schema/own-property.js";
import { judgeOf } from "./counterexample.js";

/** What producers of a token can write and its consumers refuse, by the compiled views of its claim set and by its policy. */
export function judgesOf({ claimSet, policy, helpers }: Token) {
  const [open, closed] = [judgeOf(claimSet.open), judgeOf(claimSet.closed)];
  const isStrict = policy.unknownClaims === "reject";
  const isOurs = helpers.includes("issue");
  const names = (claim: "iss" | "aud") => {
    const allowed = claim === "iss" ? policy.issuer : policy.audience;
    return (claims: JsonValue): boolean => {
      if (allowed === null) return true;
      const value = isObject(claims) ? getOwn(claims, claim) : undefined;
      const given: readonly unknown[] = claim === "aud" ? [value].flat() : [value];
      if (claim === "iss") return matchIssuer([allowed].flat(), value) !== null;
      return given.some((one) => [allowed].flat().some((name) => name === one));
    };
  };
  const isNamed = (claims: JsonValue) => names("iss")(claims) && names("aud")(claims);
  return {
    issues: (claims: JsonValue): boolean =>
      open(claims) === true && (!(isOurs || isStrict) || closed(claims) === true) && isNamed(claims),
    refuses: (claims: JsonValue): boolean =>
      open(claims) === false || (isStrict && closed(claims) === false) || !isNamed(claims),
  };
}
