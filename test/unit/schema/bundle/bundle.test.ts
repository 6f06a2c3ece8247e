// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what a hostile schema may hold.
import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../../src/errors.js";
import { bundleSchema } from "../../../../src/schema/bundle/bundle.js";
import { compileSchema } from "../../../../src/schema/compile/compile.js";
import type { JsonValue } from "../../../../src/schema/json-schema.js";
import { memoryReader } from "../../../support/memory-reader.js";

const VOCABULARY = {
  $id: "claimsmith:iana-jwt",
  $defs: {
    email: { description: "Preferred e-mail address.", type: "string", "x-claimsmith-claim": { category: "public" } },
  },
};

function bundle(files: Readonly<Record<string, JsonValue>>, pointer = "") {
  return bundleSchema({ file: "a.schema.json", pointer }, memoryReader(files, VOCABULARY));
}

function errorOf(files: Readonly<Record<string, JsonValue>>, pointer = ""): SchemaError {
  try {
    bundle(files, pointer);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new SchemaError("invalid_schema", "Nothing was refused.");
}

const id = { type: "string", minLength: 1 };

describe("bundleSchema follows", () => {
  const common = { $defs: { id, "a/b~c d": { type: "null" }, anchored: { $anchor: "here", type: "number" } } };
  it.each<[what: string, ref: string, name: string, want: JsonValue]>([
    ["a relative file", "common.schema.json#/$defs/id", "id", id],
    ["an escaped and percent-encoded pointer", "common.schema.json#/%24defs/a~1b~0c%20d", "a/b~c d", { type: "null" }],
    ["an anchor", "common.schema.json#here", "anchored", { type: "number" }],
    ["a whole file", "./x/../id.schema.json", "id", id],
    ["YAML by its file name", "deep/own.yaml#/$defs/x", "x", { type: "boolean" }],
    [
      "the shipped vocabulary",
      "claimsmith:iana-jwt#/$defs/email",
      "email",
      { description: "Preferred e-mail address.", type: "string" },
    ],
    [
      "the shipped vocabulary by path",
      "node_modules/v.json#/$defs/email",
      "email",
      { description: "Preferred e-mail address.", type: "string" },
    ],
    ["a place that is no schema location", "common.schema.json#/$defs/id", "id", id],
  ])("%s", (_, ref, name, want) => {
    const { schema } = bundle({
      "a.schema.json": { properties: { p: { $ref: ref } } },
      "common.schema.json": common,
      "id.schema.json": id,
      "deep/own.yaml": { $defs: { x: { type: "boolean" } } },
      "node_modules/v.json": { $id: "claimsmith:iana-jwt", $defs: { email: false } },
    });
    const reference = `#/$defs/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    expect(schema).toEqual({ properties: { p: { $ref: reference } }, $defs: { [name]: want } });
    expect(() => compileSchema(schema)).not.toThrow();
  });

  it("references of a referenced file from where that file is", () => {
    const { schema, files } = bundle({
      "a.schema.json": { items: { $ref: "lib/one.json" } },
      "lib/one.json": { items: { $ref: "two.json#/$defs/x" } },
      "lib/two.json": { $defs: { x: id } },
    });
    expect(schema).toEqual({
      items: { $ref: "#/$defs/one" },
      $defs: { one: { items: { $ref: "#/$defs/x" } }, x: id },
    });
    expect(files).toEqual(["a.schema.json", "lib/one.json", "lib/two.json"]);
  });

  it("a URI that the $id of a file answers, also one that a later reference reads", () => {
    const { schema } = bundle({
      "a.schema.json": {
        properties: { p: { $ref: "https://acme.example/id" }, q: { $ref: "common.json" }, r: { $ref: "urn:acme:x" } },
        $defs: { x: { $id: "urn:acme:x", type: "null" } },
      },
      "common.json": { $id: "https://acme.example/id", ...id },
    });
    expect(schema).toEqual({
      properties: { p: { $ref: "#/$defs/common" }, q: { $ref: "#/$defs/common" }, r: { $ref: "#/$defs/x" } },
      $defs: { common: id, x: { type: "null" } },
    });
  });

  it("a relative reference to the file beside, also where an $id says that both are published elsewhere", () => {
    const { schema } = bundle({
      "a.schema.json": { $id: "https://acme.example/schemas/a", items: { $ref: "common.json#/$defs/id" } },
      "common.json": { $defs: { id } },
    });
    expect(schema).toEqual({ items: { $ref: "#/$defs/id" }, $defs: { id } });
  });

  it("a reference into an embedded resource by that resource's own base", () => {
    const { schema } = bundle({
      "a.schema.json": {
        items: { $ref: "https://acme.example/b" },
        $defs: { b: { $id: "https://acme.example/b", items: { $ref: "#/$defs/in" }, $defs: { in: id } }, in: false },
      },
    });
    expect(schema).toEqual({ items: { $ref: "#/$defs/b" }, $defs: { b: { items: { $ref: "#/$defs/in" } }, in: id } });
  });

  it("an unknown keyword's value as a schema, where a reference names it", () => {
    const { schema } = bundle({ "a.schema.json": { items: { $ref: "#/components/id" }, components: { id } } });
    expect(schema).toEqual({ items: { $ref: "#/$defs/id" }, components: { id }, $defs: { id } });
  });
});

describe("bundleSchema writes", () => {
  it("only reachable definitions, in the order of first reference", () => {
    const { schema } = bundle({
      "a.schema.json": {
        properties: { z: { $ref: "#/$defs/z" }, a: { $ref: "#/$defs/a" } },
        $defs: { a: id, unused: {}, y: { type: "null" }, z: { items: { $ref: "#/$defs/y" } } },
      },
    });
    expect(Object.keys((schema as { $defs: object }).$defs)).toEqual(["z", "a", "y"]);
  });

  it("a recursive root once as itself and once as a definition", () => {
    const { schema, origins } = bundle({ "a.schema.json": { properties: { child: { $ref: "#" } } } });
    const node = { properties: { child: { $ref: "#/$defs/root" } } };
    expect(schema).toEqual({ ...node, $defs: { root: node } });
    expect(origins).toEqual(new Map([["root", { file: "a.schema.json", pointer: "" }]]));
  });

  it("the target in the place of a root that is only a reference, with what the root says of itself", () => {
    const { schema } = bundle({
      "a.schema.json": {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Ours",
        $ref: "#/definitions/t",
        definitions: { t: { $ref: "b.json" } },
      },
      "b.json": { title: "Theirs", description: "All", type: "object" },
    });
    expect(schema).toEqual({ title: "Ours", description: "All", type: "object" });
  });

  it("names that two definitions want with the document before the other's, and neither with a number", () => {
    const { schema } = bundle({
      "a.schema.json": {
        prefixItems: [
          { $ref: "#/$defs/address" },
          { $ref: "b.schema.json#/$defs/address" },
          { $ref: "b.schema.json#/properties/address" },
        ],
        $defs: { address: { title: "a" } },
      },
      "b.schema.json": { $defs: { address: { title: "b" } }, properties: { address: { title: "c" } } },
    });
    expect((schema as { $defs: object }).$defs).toEqual({
      address: { title: "a" },
      "b.$defs.address": { title: "b" },
      "b.properties.address": { title: "c" },
    });
  });

  it("a readable name for a place that a keyword or an index names", () => {
    const { schema } = bundle({
      "a.schema.json": {
        properties: { tags: { items: { anyOf: [id] } } },
        items: { $ref: "#/properties/tags/items/anyOf/0" },
      },
    });
    expect(Object.keys((schema as { $defs: object }).$defs)).toEqual(["tags.items.anyOf.0"]);
  });

  it("annotations and data as they are, and neither code for other tools nor identifiers", () => {
    const data = { $ref: "#/nowhere", $id: "x", tsType: "y" };
    const annotations = {
      $comment: "c",
      default: data,
      examples: [data],
      "x-acme": data,
      format: "no-such",
      contentMediaType: "a/b",
    };
    const { schema } = bundle({
      "a.schema.json": {
        ...annotations,
        $id: "a",
        $anchor: "x",
        $vocabulary: {},
        tsType: "any",
        tsEnumNames: ["a"],
        id: "i",
        enum: [data],
      },
    });
    expect(schema).toEqual({ ...annotations, enum: [data] });
  });

  it.each(["__proto__", "constructor", "toString", "*/", "a\u2028b", "\ud800", "%", "~", "${x}", "a/b", ""])(
    "the hostile name %j as data",
    (name) => {
      const files = {
        "a.schema.json": JSON.parse(`{
          "properties": { ${JSON.stringify(name)}: { "$ref": ${JSON.stringify(
            `b.json#/$defs/${name.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25")}`,
          )} } },
          "required": [${JSON.stringify(name)}]
        }`),
        "b.json": JSON.parse(`{ "$defs": { ${JSON.stringify(name)}: { "type": "string" } } }`),
      };
      const validate = compileSchema(bundle(files).schema);
      expect(validate(JSON.parse(`{ ${JSON.stringify(name)}: "text" }`))).toBe(true);
      expect(validate(JSON.parse(`{ ${JSON.stringify(name)}: 1 }`))).toBe(false);
      expect(validate({})).toBe(false);
    },
  );
});

describe("bundleSchema resolves dynamic references", () => {
  const tree = {
    $id: "https://acme.example/tree",
    $dynamicAnchor: "node",
    type: "object",
    properties: { data: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
  };

  it("to the outermost schema that has the anchor", () => {
    const { schema } = bundle({
      "a.schema.json": {
        $id: "https://acme.example/strict",
        $dynamicAnchor: "node",
        $ref: "tree.json",
        unevaluatedProperties: false,
      },
      "tree.json": tree,
    });
    const validate = compileSchema(schema);
    expect(validate({ children: [{ data: 1 }] })).toBe(true);
    expect(validate({ children: [{ daat: 1 }] })).toBe(false);
    expect(Object.keys((schema as { $defs: object }).$defs)).toEqual(["tree", "root"]);
  });

  it("once for each case, so that the same schema serves an open and a strict use", () => {
    const { schema } = bundle({
      "a.schema.json": { properties: { open: { $ref: "tree.json" }, strict: { $ref: "strict.json" } } },
      "strict.json": {
        $id: "https://acme.example/strict",
        $dynamicAnchor: "node",
        $ref: "tree.json",
        unevaluatedProperties: false,
      },
      "tree.json": tree,
    });
    const validate = compileSchema(schema);
    expect(validate({ open: { children: [{ daat: 1 }] } })).toBe(true);
    expect(validate({ strict: { children: [{ daat: 1 }] } })).toBe(false);
    expect(Object.keys((schema as { $defs: object }).$defs)).toEqual(["tree", "strict", "tree.strict"]);
  });

  it("and leaves what does not use them shared", () => {
    const { schema } = bundle({
      "a.schema.json": {
        properties: { p: { $ref: "one.json" }, q: { $ref: "two.json" } },
      },
      "one.json": { $id: "https://acme.example/one", $dynamicAnchor: "x", items: { $ref: "common.json" } },
      "two.json": { $id: "https://acme.example/two", $dynamicAnchor: "x", items: { $ref: "common.json" } },
      "common.json": id,
    });
    expect(Object.keys((schema as { $defs: object }).$defs)).toEqual(["one", "two", "common"]);
  });
});

describe("bundleSchema refuses", () => {
  const draft7 = "http://json-schema.org/draft-07/schema#";
  it.each<
    [code: string, files: Readonly<Record<string, JsonValue>>, file: string, pointer: string, hint: RegExp | undefined]
  >([
    [
      "unresolved_ref",
      { "a.schema.json": { $defs: { email: {} }, items: { $ref: "#/$defs/emal" } } },
      "a.schema.json",
      "/items/$ref",
      /"email"/,
    ],
    [
      "unresolved_ref",
      { "a.schema.json": { $defs: { e: { $anchor: "email" } }, items: { $ref: "#emal" } } },
      "a.schema.json",
      "/items/$ref",
      /"email"/,
    ],
    [
      "unresolved_ref",
      { "a.schema.json": { items: { $ref: "claimsmith:iana-jwt#/$defs/emal" } } },
      "a.schema.json",
      "/items/$ref",
      /"email"/,
    ],
    [
      "unresolved_ref",
      { "a.schema.json": { items: { $ref: "#/$defs/constructor" }, $defs: {} } },
      "a.schema.json",
      "/items/$ref",
      undefined,
    ],
    ["schema_not_found", { "a.schema.json": { items: { $ref: "b.json" } } }, "a.schema.json", "/items/$ref", undefined],
    [
      "remote_ref",
      { "a.schema.json": { items: { $ref: "https://acme.example/b.json" } } },
      "a.schema.json",
      "/items/$ref",
      /Save the file/,
    ],
    [
      "remote_ref",
      { "a.schema.json": { items: { $ref: "//acme.example/b.json" } } },
      "a.schema.json",
      "/items/$ref",
      /Save the file/,
    ],
    [
      "remote_ref",
      { "a.schema.json": { $id: "http://acme.example/", items: { $ref: "b.json" } } },
      "a.schema.json",
      "/items/$ref",
      /relative path/,
    ],
    [
      "ambiguous_id",
      { "a.schema.json": { $defs: { x: { $id: "urn:x" }, y: { $id: "urn:x" } } } },
      "a.schema.json",
      "/$defs/y/$id",
      /\/\$defs\/x/,
    ],
    [
      "ambiguous_id",
      { "a.schema.json": { $defs: { x: { $anchor: "x" }, y: { $anchor: "x" } } } },
      "a.schema.json",
      "/$defs/y/$anchor",
      /\/\$defs\/x/,
    ],
    [
      "unsupported_draft",
      { "a.schema.json": { $schema: "http://json-schema.org/draft-04/schema#" } },
      "a.schema.json",
      "/$schema",
      /2020-12/,
    ],
    [
      "unsupported_draft",
      { "a.schema.json": { items: { $ref: "b.json" } }, "b.json": { $schema: "https://acme.example/meta" } },
      "b.json",
      "/$schema",
      /2020-12/,
    ],
    ["invalid_schema", { "a.schema.json": { properties: { p: 1 } } }, "a.schema.json", "/properties/p", undefined],
    ["invalid_schema", { "a.schema.json": "text" }, "a.schema.json", "", undefined],
    ["invalid_schema", { "a.schema.json": { items: [{}] } }, "a.schema.json", "/items", /prefixItems/],
    [
      "invalid_schema",
      { "a.schema.json": { exclusiveMinimum: true } },
      "a.schema.json",
      "/exclusiveMinimum",
      /"minimum"/,
    ],
    ["invalid_schema", { "a.schema.json": { $id: "x#y" } }, "a.schema.json", "/$id", /\$anchor/],
    [
      "invalid_schema",
      { "a.schema.json": { items: { $ref: "#/title" }, title: "x" } },
      "a.schema.json",
      "/items/$ref",
      undefined,
    ],
    ["invalid_schema", { "a.schema.json": { $ref: "#" } }, "a.schema.json", "/$ref", undefined],
    [
      "invalid_schema",
      {
        "a.schema.json": {
          allOf: [{ $ref: "#/$defs/a" }],
          $defs: { a: { anyOf: [{ $ref: "#/$defs/b" }] }, b: { not: { $ref: "#/$defs/a" } } },
        },
      },
      "a.schema.json",
      "/$defs/b/not/$ref",
      undefined,
    ],
    [
      "invalid_pattern",
      { "a.schema.json": { pattern: "a\\-b" } },
      "a.schema.json",
      "/pattern",
      /"-" without the backslash/,
    ],
    [
      "invalid_pattern",
      { "a.schema.json": { patternProperties: { "(": {} } } },
      "a.schema.json",
      "/patternProperties/(",
      /closed/,
    ],
    [
      "invalid_schema",
      {
        "a.schema.json": {
          $schema: draft7,
          items: { $ref: "#/definitions/x" },
          definitions: { x: { type: "strnig" } },
        },
      },
      "a.schema.json",
      "/definitions/x/type",
      undefined,
    ],
  ])("%s: %j", (code, files, file, pointer, hint) => {
    const error = errorOf(files);
    expect({ code: error.code, file: error.at?.file, pointer: error.at?.pointer }).toEqual({ code, file, pointer });
    if (hint === undefined) expect(error.hint ?? "").not.toMatch(/Did you mean/);
    else expect(error.hint).toMatch(hint);
  });

  it("what nests deeper than a stack holds", () => {
    let schema: JsonValue = {};
    for (let level = 0; level < 50_000; level += 1) schema = { items: schema };
    expect(errorOf({ "a.schema.json": schema }).code).toBe("too_complex");
  });

  it("definitions that double the work of a validator over and over", () => {
    const doubling = (count: number, step: (next: JsonValue) => JsonValue) => ({
      "a.schema.json": {
        $ref: "#/$defs/d0",
        $defs: Object.fromEntries([
          ...Array.from({ length: count }, (_, index) => [`d${index}`, step({ $ref: `#/$defs/d${index + 1}` })]),
          [`d${count}`, {}],
        ]),
      },
    });
    const inPlace = (next: JsonValue) => ({ allOf: [next, next] });
    expect(errorOf(doubling(20, inPlace))).toMatchObject({
      code: "too_complex",
      message: "A validator would try more than 200000 schemas on one value.",
      at: { file: "a.schema.json" },
    });
    expect(errorOf(doubling(60, (next) => ({ items: { anyOf: [next, next] } }))).code).toBe("too_complex");
    expect(() => bundle(doubling(14, inPlace))).not.toThrow();
    expect(() => bundle(doubling(60, (next) => ({ properties: { a: next, b: next } })))).not.toThrow();
  });

  it("an entry pointer that leads nowhere", () => {
    const error = errorOf({ "a.schema.json": { $defs: { token: {} } } }, "/$defs/tokn");
    expect(error.code).toBe("unresolved_ref");
    expect(error.hint).toBe('Did you mean "token"?');
  });
});

describe("bundleSchema keeps places", () => {
  it("of schemas, their members, and keywords that it renamed", () => {
    const { schema, locate } = bundle({
      "a.schema.json": {
        $schema: "http://json-schema.org/draft-07/schema",
        items: [{ type: "string" }],
        dependencies: { a: ["b"] },
      },
    });
    const [first] = (schema as { prefixItems: [{ type: "string" }] }).prefixItems;
    expect(locate(first).pointer).toBe("/items/0");
    expect(locate(first, "type").pointer).toBe("/items/0/type");
    expect(locate(schema, "prefixItems", 0).pointer).toBe("/items/0");
    expect(locate(schema, "dependentRequired", "a").pointer).toBe("/dependencies/a");
    expect(locate(schema, "properties", "gone").pointer).toBe("");
  });
});

it("50 000 properties take time in proportion", () => {
  const properties = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, n) => [`claim${n}`, { $ref: "#/$defs/id" }]),
  );
  const { schema } = bundle({ "a.schema.json": { properties, $defs: { id } } });
  expect(Object.keys((schema as { properties: object }).properties)).toHaveLength(50_000);
}, 20_000);
