import { compileSchema, compileValidators, type SchemaValidator } from "../../src/schema/compile/compile.js";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";
import { labelOf, type SuiteGroup } from "./json-schema-suite.js";
import { runValidators } from "./run-validators.js";

/** What a format says is an annotation in the suite, and an assertion here. */
const ASSERTED = "format.json";

/** How the validators' verdicts compare with those of the suite. */
export interface VerdictCount {
  readonly equal: number;
  /** Tests of `format.json` where a format is asserted here. */
  readonly onPurpose: number;
  /** The other tests that differ, by name, with the reason where no validator was made. */
  readonly different: readonly string[];
  readonly refused: readonly RefusedGroup[];
}

/** A group that nothing can be generated from, and why. */
export interface RefusedGroup {
  readonly label: string;
  readonly reason: string;
}

/** Compares the verdicts of the generated code, and of the validator in memory, with those of the suite. */
export function countVerdicts(groups: readonly SuiteGroup[]): VerdictCount {
  let equal = 0;
  let onPurpose = 0;
  const different: string[] = [];
  const refused: RefusedGroup[] = [];
  for (const group of groups) {
    if (group.outcome.kind === "remote") continue;
    const validators = group.outcome.kind === "read" ? compile(group.outcome.schema) : group.outcome.error;
    if (validators instanceof Error) {
      refused.push({ label: `${group.draft} ${group.file}: ${group.description}`, reason: validators.message });
      different.push(...group.tests.map((test) => `${labelOf(group, test)} (${validators.message})`));
      continue;
    }
    for (const test of group.tests) {
      if (validators.every((validate) => validate(test.data) === test.valid)) equal++;
      else if (group.file === ASSERTED) onPurpose++;
      else different.push(labelOf(group, test));
    }
  }
  return { equal, onPurpose, different, refused };
}

function compile(schema: Schema): readonly ((value: JsonValue) => boolean)[] | Error {
  try {
    const validators: SchemaValidator[] = [
      ...Object.values(runValidators(compileValidators({ validate: schema }))),
      compileSchema(schema),
    ];
    return validators;
  } catch (error) {
    return error instanceof Error ? error : new TypeError(String(error));
  }
}
