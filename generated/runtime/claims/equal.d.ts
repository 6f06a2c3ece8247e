/** Says whether two JSON values are the same: members in any order, only own ones. */
export declare function equal(one: unknown, other: unknown): boolean;
