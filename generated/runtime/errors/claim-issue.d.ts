/** What one claim has wrong. Names the claim and the rule, never a value. */
export interface ClaimIssue {
    /** `missing`: required and not there. `misnamed`: another name was meant, see `expected`. `invalid`: not as the schema says. `unknown`: not in the claim set. */
    readonly code: "missing" | "misnamed" | "invalid" | "unknown";
    /** Wire name of the claim at the top of the token. For `misnamed`: the name that was found. */
    readonly claim: string;
    /** JSON pointer (RFC 6901) of the fault, from the claims object. */
    readonly path: string;
    readonly message: string;
    /** The JSON Schema keyword that refused. */
    readonly keyword?: string;
    /** `misnamed` only: the wire name that was meant. */
    readonly expected?: string;
}
/** One complaint of a compiled validator, in ajv's form. */
export interface ValidatorError {
    readonly keyword: string;
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly params: Readonly<Record<string, unknown>>;
}
/** A validator compiled by ajv: says whether a value conforms, and leaves its complaints in `errors`. */
export interface ClaimsValidator {
    (value: unknown): boolean;
    errors?: readonly ValidatorError[] | null;
}
