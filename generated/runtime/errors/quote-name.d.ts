/** Writes a name in quotes for a message: bounded, on one line, with everything invisible escaped. */
export declare function quoteName(name: string): string;
