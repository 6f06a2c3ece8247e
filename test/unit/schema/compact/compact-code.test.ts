import { describe, expect, it } from "vitest";
import { compactCode } from "../../../../src/schema/compact/compact-code.js";

const fault = (number: number, path: string, keyword: string, params: string) => `
const err${number} = {instancePath${path},schemaPath:"#/${keyword}",keyword:"${keyword}",params:${params}};
if(vErrors === null){
vErrors = [err${number}];
}
else {
vErrors.push(err${number});
}
errors++;`;

/** The code of one function, as ajv frames it. */
function frame(body: string): string {
  return `function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
${body}
validate0.errors = vErrors;
return errors === 0;
}`;
}

/** The lines of a function's body but for its frame. */
function body(code: string, constants: ReadonlyMap<string, unknown> = new Map()): readonly string[] | null {
  const lines = compactCode(frame(code), false, constants)?.code.split("\n");
  return lines === undefined ? null : lines.slice(2, -2);
}

describe("compactCode", () => {
  it("counts faults by their list, and takes the path for a second argument", () => {
    expect(compactCode(frame(""), false)?.code.split("\n")).toEqual([
      'function validate0(data, instancePath = "") {',
      "const vErrors = [], fault = faultsAt(vErrors, instancePath);",
      "return finish(validate0, vErrors);",
      "}",
    ]);
  });

  it("notes a fault by a call, without a keyword that the schema's path says", () => {
    expect(body(`if(data !== 1){${fault(0, "", "const", "{allowedValue: 1}")}}`)).toEqual([
      "if(data !== 1){",
      'fault("", "#/const", {allowedValue: 1});',
      "}",
    ]);
    const other = fault(0, "", "false schema", "{}").replace("#/false schema", "#/items");
    expect(body(other)).toEqual(['fault("", "#/items", {}, "false schema");']);
  });

  it("says values of the schema where they are said, and leaves objects where they are", () => {
    const constants = new Map([["schema0", { enum: ["a", "</b>"], properties: { a: {} } }]]);
    expect(body(fault(0, "", "enum", "{allowedValues: schema0.enum}"), constants)).toEqual([
      'fault("", "#/enum", {allowedValues: ["a","\\u003c/b>"]});',
    ]);
    expect(body(fault(0, "", "enum", "{names: schema0.properties}"), constants)).toEqual([
      'fault("", "#/enum", {names: schema0.properties});',
    ]);
    expect(body(fault(0, "", "enum", "{names: schema0.constructor}"), constants)).toEqual([
      'fault("", "#/enum", {names: schema0.constructor});',
    ]);
  });

  it("reads a member once, by its own name", () => {
    const test = 'data.a !== undefined && func0.call(data, "a")';
    const inner = `let data0 = data.a;if(data0 !== 1){${fault(0, ':instancePath+"/a"', "const", "{}")}}`;
    expect(body(`if(${test}){${inner}}`)).toEqual([
      'const data0 = own(data, "a");',
      "if(data0 !== undefined){",
      "if(data0 !== 1){",
      'fault("/a", "#/const", {});',
      "}",
      "}",
    ]);
  });

  it("asks for members that are missing in one call, as long as they are of one object", () => {
    const missing = (holder: string, name: string, number: number) =>
      `if((${holder}.${name} === undefined) || (!(func0.call(${holder}, "${name}")))){${fault(number, "", "required", `{missingProperty: "${name}"}`)}}`;
    expect(body(missing("data", "a", 0) + missing("data", "b", 1) + missing("data7", "c", 2))).toEqual([
      'missing(data, ["a", "b"], fault, "", "#/required");',
      'missing(data7, ["c"], fault, "", "#/required");',
    ]);
  });

  it("drops what is set and never read, and what is empty after that", () => {
    expect(
      body(`const _errs0 = errors;
var valid0 = _errs0 === errors;
if(valid0){
}
let props0 = Object.create(null);
if(items0 !== true){
items0 = true;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
}`),
    ).toEqual([]);
  });

  it("keeps what does more than read", () => {
    const call = "const result0 = other(data);";
    const set = 'if(data.a === undefined && (missing0 = "a")){\nuse(missing0);\n}';
    expect(body(`let missing0;${call}${set}`)).toEqual(["let missing0;", call, ...set.split("\n")]);
  });

  it("adds the faults of another function, and goes back to a number of faults", () => {
    expect(
      body(`if(!(validate1(data, {instancePath:instancePath+"/a",parentData:data,parentDataProperty:"a",rootData}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
const _errs0 = errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}`),
    ).toEqual([
      'if(!(validate1(data, instancePath+"/a"))){',
      "append(vErrors, validate1.errors);",
      "}",
      "const _errs0 = vErrors.length;",
      "vErrors.length = _errs0;",
    ]);
  });

  it.each([
    "vErrors = null;",
    "errors = 7;",
    "errors--;",
    "use(vErrors);",
    "use(parentData);",
    "while(data){}",
    "throw data;",
    fault(0, ":rootPath", "const", "{}"),
  ])("gives nothing for code that it does not know: %s", (code) => {
    expect(body(code)).toBeNull();
  });
});
