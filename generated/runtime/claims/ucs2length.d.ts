/** The length of a text in code points, in which JSON Schema counts `minLength` and `maxLength`. */
export declare function ucs2length(text: string): number;
