import type { ValidationResult } from "./validation.js";
/** A JSON Schema of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;
/** What Standard Schema reports: a message, and the keys that lead to the place. */
export interface StandardIssue {
    readonly message: string;
    readonly path: readonly PropertyKey[];
}
/** What Standard Schema's `validate` returns. */
export type StandardResult<Claims> = {
    readonly value: Claims;
    readonly issues?: undefined;
} | {
    readonly issues: readonly StandardIssue[];
};
/** What the methods of Standard JSON Schema take. */
export interface StandardJsonSchemaOptions {
    /** Only `draft-2020-12` is offered. */
    readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
    readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}
/** A claim set as Standard Schema v1 and Standard JSON Schema v1 (standardschema.dev), with its JSON Schema. */
export interface ClaimsSchema<Claims> {
    readonly "~standard": {
        readonly version: 1;
        readonly vendor: "claimsmith";
        readonly validate: (value: unknown) => StandardResult<Claims>;
        readonly jsonSchema: {
            readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
            readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
        };
        readonly types?: {
            readonly input: Claims;
            readonly output: Claims;
        } | undefined;
    };
    /** The bundled JSON Schema. */
    readonly jsonSchema: JsonSchema;
}
/** A claim set's validator and JSON Schema in the form that other libraries know. */
export declare function standardSchema<Claims>(validate: (value: unknown) => ValidationResult<Claims>, jsonSchema: JsonSchema): ClaimsSchema<Claims>;
