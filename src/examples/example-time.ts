/** The time of examples: 2026-01-01T00:00:00Z, in seconds. */
export const EXAMPLE_NOW = 1_767_225_600;
