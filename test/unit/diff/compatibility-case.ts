/** A change of a claim set or its policy, with the verdict that its definition demands. */
export interface CompatibilityCase {
  readonly group: string;
  readonly change: string;
  readonly before: object;
  readonly after: object;
  /** `none`: no change of meaning. Else the order in which the two sides may be deployed. */
  readonly want: "none" | "any-order" | "consumers-first" | "producers-first" | "two-step";
  /** Whose code stops compiling; null where the case says nothing about it. */
  readonly code: "" | "producers" | "consumers" | "both" | null;
  readonly why: string;
  /** Members of the token in the config. */
  readonly token: { readonly before: Members; readonly after: Members };
}

export type Members = Readonly<Record<string, unknown>>;

/** A case in one line. */
export type Row = readonly [
  change: string,
  before: unknown,
  after: unknown,
  want: CompatibilityCase["want"],
  code: CompatibilityCase["code"],
  why: string,
];

/** The schema of any text. */
export const STRING = { type: "string" };
/** An object with one required member. */
export const ID = { type: "object", properties: { id: STRING }, required: ["id"] };
/** Claims to begin with. */
export const FEW = { sub: STRING };

/** A claim set. */
export function claims(properties: object, more: object = {}): object {
  return { type: "object", properties, ...more };
}

/** Rows about whole claim sets, on both sides under one policy. */
export function sets(group: string, rows: readonly Row[], token: Members = {}): CompatibilityCase[] {
  return rows.map(([change, before, after, want, code, why]) => ({
    group,
    change,
    // Rows of this kind hold schemas.
    before: before as object,
    after: after as object,
    want,
    code,
    why,
    token: { before: token, after: token },
  }));
}

/** Rows about the schema of one optional claim, `role`. */
export function values(group: string, rows: readonly Row[]): CompatibilityCase[] {
  const whole = (role: unknown): object => claims({ sub: STRING, role });
  return sets(
    group,
    rows.map(([change, before, after, ...rest]) => [change, whole(before), whole(after), ...rest]),
  );
}

/** Rows about the token's members in the config, over one claim set. */
export function policies(rows: readonly Row[], schema: object = claims(FEW)): CompatibilityCase[] {
  return rows.map(([change, before, after, want, code, why]) => ({
    group: "Policy",
    change,
    before: schema,
    after: schema,
    want,
    code,
    why,
    // Rows of this kind hold members of a token.
    token: { before: before as Members, after: after as Members },
  }));
}
