/** A JSON pointer (RFC 6901) with one more segment. */
export declare function appendPointer(pointer: string, segment: string | number): string;
/** The segments of a JSON pointer, unescaped. */
export declare function splitPointer(pointer: string): string[];
