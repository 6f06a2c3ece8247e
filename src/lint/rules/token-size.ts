import { SIZE_LIMITS } from "../../facts/size-limits.js";
import { defineRule } from "../rule.js";
import { dearestClaims, sizeOfToken } from "../token-sizes.js";

/** Reports tokens that are too long for where tokens travel. See docs/rules/token-size.md. */
export const tokenSize = defineRule({
  id: "token-size",
  description: "A token fits into the header or cookie that carries it.",
  severity: "warn",
  source: SIZE_LIMITS.map(({ source }) => source),
  messages: {
    refused: "A typical token has about {bytes} bytes, and issue refuses more than the {limit} of maxTokenBytes.",
    long: "A typical token has about {bytes} bytes; {where} holds {limit}, its name included.",
    largest: "The claim set admits tokens of {bytes} bytes, and issue refuses more than the {limit} of maxTokenBytes.",
  },
  token(token, { locate, report }) {
    const size = sizeOfToken(token);
    const { maxTokenBytes } = token.policy;
    const at = locate("maxTokenBytes");
    const typicalHint = `Most of it is ${dearestClaims(size, ({ typical }) => typical)}. Let consumers ask for what only few of them need.`;
    const crossed = SIZE_LIMITS.findLast(({ bytes, beside }) => size.typical + beside > bytes);
    if (size.typical > maxTokenBytes) {
      report({ at, message: "refused", data: { bytes: size.typical, limit: maxTokenBytes }, hint: typicalHint });
    } else if (crossed !== undefined) {
      const { where, bytes: limit, source } = crossed;
      const data = { bytes: size.typical, where, limit };
      report({ at, message: "long", data, hint: typicalHint, source: [source] });
    } else if (size.largest !== null && size.largest > maxTokenBytes) {
      const dearest = dearestClaims(size, ({ largest }) => largest ?? 0);
      report({
        at,
        message: "largest",
        data: { bytes: size.largest, limit: maxTokenBytes },
        hint: `The largest claims are ${dearest}: bound them closer, or raise maxTokenBytes.`,
      });
    }
  },
});
