import type { RuleWords } from "./claim-set.js";
/** The words of all keywords, for what is not made for one claim set alone. */
export declare const ALL_RULES: RuleWords;
