/** The runtime's functions that a validator's code calls by name. */
export interface RuntimeImports {
  /** Of `equal` and `ucs2length`. */
  readonly validation: Set<string>;
  /** Predicates of runtime/claims/formats.ts. */
  readonly formats: Set<string>;
  /** Functions of runtime/claims/first-pass.ts. */
  readonly firstPass: Set<string>;
  /** Functions of runtime/claims/faults.ts. */
  readonly faults: Set<string>;
}

/** Imports of nothing, to add to. */
export function noImports(): RuntimeImports {
  return { validation: new Set(), formats: new Set(), firstPass: new Set(), faults: new Set() };
}

/** Adds imports to others. */
export function mergeImports(into: RuntimeImports, added: RuntimeImports): void {
  for (const name of added.validation) into.validation.add(name);
  for (const name of added.formats) into.formats.add(name);
  for (const name of added.firstPass) into.firstPass.add(name);
  for (const name of added.faults) into.faults.add(name);
}
