import type { Location } from "../errors.js";
import type { SchemaVisit } from "./walk.js";

/** A regular expression of a schema, and its place. */
export interface PatternPlace {
  readonly pattern: string;
  readonly at: Location;
  /** What it is matched against: a value, or the names of members. */
  readonly subject: "value" | "names";
}

/** The regular expressions that a schema object states itself. */
export function patternsOf({ schema, isName, locate }: SchemaVisit): readonly PatternPlace[] {
  return [
    ...(schema.pattern === undefined
      ? []
      : [
          { pattern: schema.pattern, at: locate("pattern"), subject: isName ? ("names" as const) : ("value" as const) },
        ]),
    ...Object.keys(schema.patternProperties ?? {}).map((pattern) => ({
      pattern,
      at: locate("patternProperties", pattern),
      subject: "names" as const,
    })),
  ];
}
