type Header = Readonly<Record<string, unknown>>;
/** A copy of what the same header text held, when it was read before; else null. Says nothing of whether it can be trusted. */
export declare function recallHeader(encoded: string): Record<string, unknown> | null;
/** Remembers what a header text holds, if it is short and flat, so that a copy of it shares nothing. */
export declare function rememberHeader(encoded: string, header: Header): void;
export {};
