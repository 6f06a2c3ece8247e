import { expect, test } from "vitest";

import type { JsonValue } from "../../../src/schema/json-schema.js";
import { canonicalJson } from "../../../src/text/canonical-json.js";

test.each([
  ['{"b":1,"a":[true,null,"x"]}', '{"a":[true,null,"x"],"b":1}'],
  ['{"10":1,"9":2,"":0}', '{"":0,"10":1,"9":2}'],
  ["[1E30,4.50,2e-3,-0,1e21]", "[1e+30,4.5,0.002,0,1e+21]"],
  ['{"\\u20ac":1,"\\ud83d\\ude00":2,"\\ufb33":3}', '{"€":1,"\u{1f600}":2,"\ufb33":3}'],
  ['{"__proto__":{"z":1,"y":2},"toJSON":3}', '{"__proto__":{"y":2,"z":1},"toJSON":3}'],
  ['{"b":"\\ud800","a":{"d":1,"c":[2]}}', '{"a":{"c":[2],"d":1},"b":"\\ud800"}'],
  ['{"b":"\\\\ud800"}', '{"b":"\\\\ud800"}'],
])("%s has one form", (text, want) => {
  expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(want);
});
