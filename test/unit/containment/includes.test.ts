import { describe, expect, it } from "vitest";
import { includes } from "../../../src/containment/includes.js";
import { SchemaError } from "../../../src/errors.js";
import type { JsonValue, Schema, SchemaObject } from "../../../src/schema/json-schema.js";
import { isCounterexample } from "../../support/counterexample.js";
import { cpuTime } from "../../support/cpu-time.js";
import { normalForm } from "../../support/normal-form.js";

/** What `includes` says both ways: "same", "narrower" (the first is within the second), "wider", "apart", or "unknown". */
function compare(one: SchemaObject, other: SchemaObject): string {
  const [a, b] = [normalForm(one), normalForm(other)];
  const [there, back] = [includes(a, b), includes(b, a)];
  if (there.verdict === "not-included") expect(isCounterexample(a, b, there.witness)).toBe(true);
  if (back.verdict === "not-included") expect(isCounterexample(b, a, back.witness)).toBe(true);
  if (there.verdict === "unknown" || back.verdict === "unknown") return "unknown";
  if (there.verdict === "included") return back.verdict === "included" ? "same" : "narrower";
  return back.verdict === "included" ? "wider" : "apart";
}

const node: SchemaObject = {
  type: "object",
  properties: { value: { type: "string" }, next: { $ref: "#/$defs/node" } },
};

const STRING: SchemaObject = { type: "string" };

const NUMBERS: readonly number[] = Array.from({ length: 12 }, (_, index) => index);

const refactorings: readonly (readonly [what: string, one: SchemaObject, other: SchemaObject])[] = [
  ["a reference written in place", { $ref: "#/$defs/a", $defs: { a: { type: "string" } } }, { type: "string" }],
  ["allOf merged", { allOf: [{ type: "string" }, { minLength: 2 }] }, { type: "string", minLength: 2 }],
  ["a list of one type", { type: ["string"] }, { type: "string" }],
  ["anyOf of types as a list", { anyOf: [{ type: "string" }, { type: "null" }] }, { type: ["null", "string"] }],
  ["const as an enum of one", { const: { a: 1 } }, { enum: [{ a: 1.0 }] }],
  ["an enum in another order", { enum: ["b", "a"] }, { enum: ["a", "b"] }],
  ["booleans listed", { type: "boolean" }, { enum: [false, true] }],
  ["integers between exclusive bounds", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }],
  ["integers between bounds, listed", { type: "integer", minimum: 1, maximum: 3 }, { enum: [1, 2, 3] }],
  ["integer as a multiple of 1", { type: "integer" }, { type: "number", multipleOf: 1 }],
  ["two steps as their least common multiple", { multipleOf: 6 }, { allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }],
  ["a length as a pattern", { type: "string", minLength: 1 }, { type: "string", pattern: "^[^]" }],
  [
    "refusals in a pattern, in another order",
    { type: "string", pattern: "^(?!a)(?=.*\\d)[^b]+$" },
    { type: "string", pattern: "^(?=.*\\d)(?!a)[^b]+$" },
  ],
  [
    "a closed list of names as a refused pattern",
    { type: "object", properties: { a: true, b: true }, additionalProperties: false },
    { type: "object", patternProperties: { "^(?!(?:a|b)$)": false } },
  ],
  ["a pattern of literals as an enum", { type: "string", pattern: "^(?:a|b)$" }, { enum: ["a", "b"] }],
  ["a pattern written in another way", { pattern: "^[0-9]+$" }, { pattern: "^\\d\\d*$" }],
  ["a format said twice", { format: "email" }, { allOf: [{ format: "email" }, { format: "email" }] }],
  [
    "a pattern that a format implies",
    { type: "string", format: "uuid" },
    { format: "uuid", type: "string", minLength: 36 },
  ],
  [
    "required as a refused absence",
    { type: "object", required: ["a"] },
    { type: "object", not: { properties: { a: false } } },
  ],
  [
    "dependentRequired as a condition",
    { dependentRequired: { a: ["b"] } },
    { if: { required: ["a"], type: "object" }, then: { required: ["b"] } },
  ],
  [
    "closed by other names that fail",
    { properties: { a: true }, additionalProperties: false },
    { propertyNames: { const: "a" } },
  ],
  [
    "closed over allOf",
    { allOf: [{ properties: { a: { type: "string" } } }], unevaluatedProperties: false },
    { properties: { a: { type: "string" } }, additionalProperties: false },
  ],
  [
    "closed by branches",
    { anyOf: [{ properties: { a: true }, required: ["a"] }, true], unevaluatedProperties: false },
    { additionalProperties: false, properties: { a: true } },
  ],
  [
    "a tuple without more",
    { prefixItems: [{ type: "string" }], items: false },
    { items: { type: "string" }, maxItems: 1 },
  ],
  [
    "contains as a refused absence",
    { type: "array", contains: { const: 1 } },
    { type: "array", not: { items: { not: { const: 1 } } } },
  ],
  [
    "more different items than there are",
    { items: { type: "boolean" }, uniqueItems: true, type: "array" },
    { items: { type: "boolean" }, uniqueItems: true, maxItems: 2, type: "array" },
  ],
  [
    "alternatives told apart",
    {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" } }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" } }, required: ["kind"] },
      ],
    },
    { type: "object", properties: { kind: { enum: ["a", "b"] } }, required: ["kind"] },
  ],
  ["a negation twice", { not: { not: { type: "string" } } }, { type: "string" }],
  ["annotations", { type: "string", title: "A", examples: ["a"], "x-team": 1 }, { type: "string" }],
  [
    "a definition that refers to itself under another name",
    { $ref: "#/$defs/node", $defs: { node } },
    {
      $ref: "#/$defs/list",
      $defs: { list: { type: "object", properties: { next: { $ref: "#/$defs/list" }, value: { type: "string" } } } },
    },
  ],
  [
    "a definition that refers to itself, unfolded once",
    { $ref: "#/$defs/node", $defs: { node } },
    { ...node, $defs: { node } },
  ],
  [
    "members called as those of every object",
    { properties: { constructor: STRING, ["__proto__"]: STRING } },
    { allOf: [{ properties: { ["__proto__"]: STRING } }, { properties: { constructor: STRING } }] },
  ],
  ["nothing at all", { not: {} }, { type: "string", minLength: 2, maxLength: 1 }],
  ["nothing, through a member", { type: "object", required: ["a"], properties: { a: false } }, { enum: [] }],
  [
    "what no finite value meets",
    { $ref: "#/$defs/a", $defs: { a: { type: "object", required: ["a"], properties: { a: { $ref: "#/$defs/a" } } } } },
    { not: {} },
  ],
];

const changes: readonly (readonly [what: string, one: SchemaObject, other: SchemaObject, want: string])[] = [
  ["integers among numbers", { type: "integer" }, { type: "number" }, "narrower"],
  ["a higher minimum", { type: "number", minimum: 2 }, { type: "number", minimum: 1 }, "narrower"],
  ["an exclusive bound", { exclusiveMaximum: 5 }, { maximum: 5 }, "narrower"],
  ["a wider enum", { enum: ["a"] }, { enum: ["a", "b"] }, "narrower"],
  [
    "a prefix of a pattern",
    { type: "string", pattern: "^https://api\\." },
    { type: "string", pattern: "^https://" },
    "narrower",
  ],
  ["values that match", { enum: ["aa", "ab"] }, { pattern: "^a" }, "narrower"],
  ["values of a format", { const: "2026-01-31" }, { format: "date" }, "narrower"],
  [
    "a format within another",
    { type: "string", format: "date-time" },
    { type: "string", format: "iso-date-time" },
    "narrower",
  ],
  ["formats that cross", { type: "string", format: "email" }, { type: "string", format: "uuid" }, "apart"],
  ["a new required member", { type: "object", required: ["a", "b"] }, { type: "object", required: ["a"] }, "narrower"],
  [
    "an opened object",
    { properties: { a: true }, additionalProperties: false },
    { properties: { a: true } },
    "narrower",
  ],
  [
    "other members, narrower",
    { additionalProperties: { type: "integer" } },
    { additionalProperties: { type: "number" } },
    "narrower",
  ],
  [
    "members by pattern",
    { patternProperties: { "^x-": { type: "string" } } },
    { patternProperties: { "^x-a": { type: "string" } } },
    "narrower",
  ],
  ["fewer items", { maxItems: 2 }, { maxItems: 3 }, "narrower"],
  [
    "more items contained",
    { contains: { type: "string" }, minContains: 2 },
    { contains: { type: "string" } },
    "narrower",
  ],
  ["unique items", { uniqueItems: true }, {}, "narrower"],
  [
    "one of two where both can be",
    { oneOf: [{ type: "integer" }, { minimum: 2 }] },
    { anyOf: [{ type: "integer" }, { minimum: 2 }] },
    "narrower",
  ],
  [
    "a list of numbers among lists of values",
    {
      $ref: "#/$defs/l",
      $defs: { l: { type: "array", items: { anyOf: [{ type: "integer" }, { $ref: "#/$defs/l" }] } } },
    },
    {
      $ref: "#/$defs/l",
      $defs: { l: { type: "array", items: { anyOf: [{ type: "number" }, { $ref: "#/$defs/l" }] } } },
    },
    "narrower",
  ],
];

/** Values that there are, though conditions seem to rule them out one by one. */
const inhabited: readonly (readonly [what: string, schema: SchemaObject])[] = [
  [
    "one member that serves two conditions",
    {
      type: "object",
      maxProperties: 1,
      allOf: [{ not: { propertyNames: { maxLength: 5 } } }, { not: { additionalProperties: { type: "string" } } }],
    },
  ],
  [
    "a name that two patterns match",
    {
      type: "object",
      maxProperties: 1,
      allOf: [{ not: { patternProperties: { "^a": false } } }, { not: { patternProperties: { b$: false } } }],
    },
  ],
  [
    "one item that two terms hold",
    { type: "array", maxItems: 1, allOf: [{ contains: { minimum: 2 } }, { contains: { type: "integer" } }] },
  ],
  [
    "items of which some may be there at most",
    {
      type: "array",
      minItems: 3,
      items: { type: "integer" },
      contains: { minimum: 5 },
      maxContains: 1,
      minContains: 1,
    },
  ],
  ["two equal items", { type: "array", maxItems: 2, not: { uniqueItems: true }, items: { enum: [1, 2] } }],
  ["many different items", { type: "array", minItems: 20, uniqueItems: true, items: { type: "integer", minimum: 5 } }],
  ["enough members of names that are not listed", { type: "object", minProperties: 4, properties: { a: false } }],
  [
    "a list that ends",
    {
      $ref: "#/$defs/l",
      $defs: { l: { anyOf: [{ type: "null" }, { type: "array", items: { $ref: "#/$defs/l" }, minItems: 1 }] } },
    },
  ],
];

describe("includes", () => {
  it.each(inhabited)("finds %s", (_, schema) => {
    expect(compare(schema, { not: {} })).toBe("wider");
  });

  it.each(refactorings)("finds that nothing changes by %s", (_, one, other) => {
    expect(compare(one, other)).toBe("same");
  });

  it.each(changes)("finds which way %s goes", (_, one, other, want) => {
    expect(compare(one, other)).toBe(want);
  });

  const witnesses: readonly (readonly [what: string, a: SchemaObject, b: SchemaObject, want: JsonValue])[] = [
    ["the value that is listed no more", { enum: ["admin", "member"] }, { enum: ["member"] }, "admin"],
    [
      "the number at the boundary",
      { type: "integer", minimum: 0, maximum: 10 },
      { type: "integer", minimum: 0, maximum: 9 },
      10,
    ],
    ["an example of the schema", { type: "string", examples: ["ada"] }, { type: "integer" }, "ada"],
    ["a text of the format", { type: "string", format: "email" }, { type: "string", format: "uri" }, "ada@example.com"],
    [
      "only the members that are needed",
      { type: "object", required: ["sub"], properties: { sub: { type: "string" }, role: { type: "string" } } },
      { type: "object", required: ["sub"], properties: { sub: { type: "integer" } } },
      { sub: "a" },
    ],
    [
      "the member that went missing",
      { type: "object", properties: { a: { type: "boolean" } } },
      { type: "object", required: ["a"] },
      {},
    ],
    [
      "the shortest text of the pattern that the other refuses",
      { type: "string", pattern: "^[a-z]{2,4}$" },
      { type: "string", pattern: "^[a-z]{3,4}$" },
      "aa",
    ],
  ];
  it.each(witnesses)("shows %s", (_, a, b, want) => {
    expect(includes(a, b)).toEqual({ verdict: "not-included", witness: want });
  });

  it("leaves open what it can neither prove nor refute, and says why", () => {
    const found = includes({ type: "string", pattern: "^a\\b.+$" }, { type: "string", pattern: "^a(?!b).+$" });
    expect(found).toEqual({ verdict: "unknown", reason: expect.stringMatching(/^no string was found/) });
  });

  it("concludes nothing from steps that binary numbers only come near to, but from a value", () => {
    const found = includes({ type: "number", multipleOf: 0.1 }, { type: "number", multipleOf: 0.01 });
    expect(found.verdict).toBe("not-included");
    expect(compare({ multipleOf: 0.01, minimum: 1 }, { multipleOf: 0.01, minimum: 0 })).toBe("narrower");
  });

  it("gives up after as much work as is allowed", () => {
    const many = (low: number): SchemaObject => ({
      allOf: Array.from({ length: 12 }, (_, index) => ({
        anyOf: Array.from({ length: 4 }, (__, part) => ({
          properties: { [`m${index}`]: { multipleOf: low + index * 4 + part + 0.3 } },
        })),
      })),
    });
    const started = cpuTime();
    const found = includes(many(1), many(2), { steps: 200 });
    expect(["unknown", "not-included"]).toContain(found.verdict);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });

  it("compares a thousand members on each side in a second or so", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `claim${index}`);
    const large = (order: readonly string[], last: Schema): SchemaObject => ({
      type: "object",
      properties: {
        ...Object.fromEntries(order.map((name) => [name, { type: "string", maxLength: 5 }])),
        claim999: last,
      },
      required: names,
      additionalProperties: false,
    });
    const a = large(names, { type: "string" });
    const started = cpuTime();
    const same = includes(a, { ...large([...names].reverse(), { type: ["string", "null"] }), minProperties: 1_000 });
    const apart = includes(a, large(names, { type: "string", maxLength: 5 }));
    // Ten times of what it takes, as the machine may be busy.
    expect(cpuTime() - started).toBeLessThan(10_000);
    expect(same.verdict).toBe("included");
    expect(apart.verdict).toBe("not-included");
  });

  it("reads definitions that ask what was evaluated in themselves", () => {
    const part: SchemaObject = {
      unevaluatedProperties: { $ref: "#/$defs/a", unevaluatedProperties: true },
      contains: true,
    };
    const a: SchemaObject = { $ref: "#/$defs/a", $defs: { a: { oneOf: [part], type: "null" } } };
    expect(compare(a, { type: "null" })).toBe("same");
  });

  it.each(["oneOf", "anyOf"] as const)("keeps many alternatives of %s apart by a member that names them", (keyword) => {
    const variants = (longer: number): SchemaObject => ({
      [keyword]: Array.from({ length: 30 }, (_, index) => ({
        type: "object",
        required: ["kind", "value"],
        properties: { kind: { const: `kind${index}` }, value: { type: "string", maxLength: index + longer } },
      })),
    });
    expect(includes(variants(1), { ...variants(2), minProperties: 2 })).toEqual({ verdict: "included" });
    expect(compare(variants(1), variants(2))).toBe("narrower");
  });

  it.each<[what: string, schema: (value: Schema) => SchemaObject]>([
    [
      "conditions on the value of one member",
      (value) => ({
        type: "object",
        properties: { kind: { enum: NUMBERS.map((index) => `k${index}`) } },
        allOf: NUMBERS.map((index) => ({
          if: { properties: { kind: { const: `k${index}` } }, required: ["kind"] },
          then: { required: [`v${index}`], properties: { [`v${index}`]: value } },
        })),
      }),
    ],
    [
      "definitions that refer to one another",
      (value) => ({
        $ref: "#/$defs/d0",
        $defs: Object.fromEntries(
          NUMBERS.map((index) => [
            `d${index}`,
            {
              type: "object",
              properties: {
                value: index === 11 ? value : true,
                ...Object.fromEntries(
                  NUMBERS.map((other) => [`m${other}`, { $ref: `#/$defs/d${(index * other + 1) % 12}` }]),
                ),
              },
            },
          ]),
        ),
      }),
    ],
    [
      "many ways to evaluate members",
      (value) => ({
        type: "object",
        dependentSchemas: Object.fromEntries(
          NUMBERS.map((index) => [`k${index}`, { properties: { [`v${index}`]: value } }]),
        ),
        properties: Object.fromEntries(NUMBERS.map((index) => [`k${index}`, { type: "string" }])),
        unevaluatedProperties: false,
      }),
    ],
    [
      "patterns that exclude each other",
      (value) => ({
        type: "object",
        patternProperties: Object.fromEntries(NUMBERS.map((index) => [`^p${index}-`, value])),
        additionalProperties: false,
      }),
    ],
  ])("follows %s without trying every combination", (_, schema) => {
    const [narrow, wide] = [normalForm(schema({ type: "integer" })), normalForm(schema({ type: "number" }))];
    expect(includes(narrow, wide, { steps: 20_000 })).toEqual({ verdict: "included" });
    expect(includes(wide, narrow, { steps: 20_000 }).verdict).toBe("not-included");
  });

  it("leaves open what is nested deeper than can be followed", () => {
    const nested = (leaf: Schema): SchemaObject => {
      let schema: Schema = leaf;
      for (let depth = 0; depth < 100_000; depth += 1) schema = { items: schema };
      return { items: schema };
    };
    expect(includes(nested(true), nested(false))).toEqual({
      verdict: "unknown",
      reason: "the schemas nest too deeply",
    });
  });

  it("asks the validator of a schema that it does not take apart", () => {
    const parts = (last: Schema): SchemaObject => ({
      type: "object",
      anyOf: Array.from({ length: 7 }, (_, index) => ({
        properties: { [`m${index}`]: last },
        required: [`m${index}`],
      })),
      unevaluatedProperties: false,
    });
    expect(includes(parts(STRING), { ...parts(STRING), minProperties: 1 })).toEqual({ verdict: "included" });
    expect(includes(parts(true), parts(STRING)).verdict).not.toBe("included");
  });

  it("refuses a reference to nothing", () => {
    const call = () => includes({ $ref: "#/$defs/gone" }, { type: "string" });
    expect(call).toThrow(SchemaError);
    expect(call).toThrow(expect.objectContaining({ code: "unresolved_ref", expected: expect.any(String) }));
  });

  it("follows references whose names need escaping", () => {
    const a: SchemaObject = { $ref: "#/$defs/a~1b%22", $defs: { 'a/b"': { type: "string" } } };
    expect(includes(a, { type: "integer" })).toEqual({ verdict: "not-included", witness: "a" });
  });
});
