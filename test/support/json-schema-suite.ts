import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { SchemaError } from "../../src/errors.js";
import { bundleSchema } from "../../src/schema/bundle/bundle.js";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";
import { memoryReader } from "./memory-reader.js";
import { REPOSITORY } from "./project.js";

const DATA = process.env["CLAIMSMITH_TEST_DATA"] ?? path.join(REPOSITORY, "../shared");
const SUITE = path.join(DATA, "json-schema-suite/tests");

/** Whether the JSON-Schema-Test-Suite is at hand. */
export const HAS_SUITE: boolean = existsSync(SUITE);

const DRAFTS = [
  { folder: "draft7", uri: "http://json-schema.org/draft-07/schema#" },
  { folder: "draft2019-09", uri: "https://json-schema.org/draft/2019-09/schema" },
  { folder: "draft2020-12", uri: "https://json-schema.org/draft/2020-12/schema" },
];

/** One test of the suite: a value, and whether the group's schema accepts it. */
export interface SuiteTest {
  readonly description: string;
  readonly data: JsonValue;
  readonly valid: boolean;
}

/** One group of the suite: a schema and its tests. */
export interface SuiteGroup {
  readonly draft: string;
  /** The file's name, as `allOf.json`. */
  readonly file: string;
  readonly description: string;
  readonly tests: readonly SuiteTest[];
  /** The schema as the suite has it, with the draft in it. */
  readonly authored: JsonValue;
  /** What the generator reads. */
  readonly outcome: SuiteOutcome;
}

/** What reading a group's schema came to. */
export type SuiteOutcome =
  | { readonly kind: "read"; readonly schema: Schema }
  /** It needs a document of the suite's own server, or a metaschema. */
  | { readonly kind: "remote" }
  | { readonly kind: "refused"; readonly error: SchemaError };

/** The groups of drafts 07, 2019-09 and 2020-12, without the optional ones; none where the suite is not at hand. */
export function readSuite(): readonly SuiteGroup[] {
  if (!HAS_SUITE) return [];
  return DRAFTS.flatMap(({ folder, uri }) =>
    readdirSync(path.join(SUITE, folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((file) => {
        // The suite's own format.
        const groups = JSON.parse(readFileSync(path.join(SUITE, folder, file), "utf8")) as readonly {
          readonly description: string;
          readonly schema: JsonValue;
          readonly tests: readonly SuiteTest[];
        }[];
        return groups.map(({ description, schema, tests }) => {
          // A boolean has no room for `$schema`; it means the same in every draft.
          const authored = typeof schema === "object" && schema !== null ? { $schema: uri, ...schema } : schema;
          return { draft: folder, file, description, tests, authored, outcome: readSchema(authored) };
        });
      }),
  );
}

/** What a test is called in lists of differences. */
export function labelOf(group: SuiteGroup, test: SuiteTest): string {
  return `${group.draft} ${group.file}: ${group.description}: ${test.description}`;
}

function readSchema(authored: JsonValue): SuiteOutcome {
  try {
    const { schema } = bundleSchema({ file: "suite.json", pointer: "" }, memoryReader({ "suite.json": authored }));
    return { kind: "read", schema };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return isRemote(error) ? { kind: "remote" } : { kind: "refused", error };
  }
}

function isRemote(error: SchemaError): boolean {
  return /localhost:1234|json-schema\.org\/draft/.test(`${error.message} ${error.at?.pointer}`);
}
