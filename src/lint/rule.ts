import type { Config } from "../config/config.js";
import type { Location } from "../errors.js";
import type { Claim, Project, Token } from "../model/model.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import type { Severity } from "./finding.js";
import type { Fix } from "./fix.js";
import type { SchemaVisit } from "./walk.js";

/** The texts of a rule by their keys. `{name}` stands for what the report's `data` has under that name. */
export type Messages = Readonly<Record<string, string>>;

/** The names in braces of a text: `"{claim} is {what}"` has `claim` and `what`. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values for a text's names. A text that is no literal type takes any. */
type Data<Text extends string> = string extends Text
  ? { readonly data?: Readonly<Record<string, string | number>> }
  : [Placeholder<Text>] extends [never]
    ? { readonly data?: undefined }
    : { readonly data: { readonly [Name in Placeholder<Text>]: string | number } };

/** What a rule hands to `report`. */
export type Report<Texts extends Messages = Messages> = {
  [Key in keyof Texts & string]: {
    /** The place that is to be changed. */
    readonly at: Location;
    /** The key of the message, which says what is wrong. */
    readonly message: Key;
    /** What to do, as a sentence. */
    readonly hint?: string | undefined;
    /** Where this demand comes from, where it is not the rule's own `source`. */
    readonly source?: readonly string[] | undefined;
    /** The edits that mend it, where there is one right answer. */
    readonly fix?: Fix | undefined;
  } & Data<Texts[Key]>;
}[keyof Texts & string];

/** What every visitor of a rule is handed. */
export interface RuleContext<Texts extends Messages = Messages> {
  readonly project: Project;
  /** For what the project does not hold: `targets`, and the places of the policy's keys (`config.locate`). */
  readonly config: Config;
  /** The claims of the IANA registry. */
  readonly vocabulary: Vocabulary;
  /** Today's date in UTC, such as `2027-01-31`. */
  readonly today: string;
  /** Adds a finding. Token and claim are those that are being visited. */
  report(report: Report<Texts>): void;
}

/** What a rule is handed for a token. */
export interface TokenContext<Texts extends Messages = Messages> extends RuleContext<Texts> {
  readonly token: Token;
  /** The place of one of the token's keys in the config: `locate("lifetime")`; of the token where the key is not there. */
  locate(key: string): Location;
}

/** What a rule is handed for a claim. */
export interface ClaimContext<Texts extends Messages = Messages> extends TokenContext<Texts> {
  readonly claim: Claim;
  /** Every schema object that takes part in the claim's value, at every depth, the shipped vocabulary's among them. */
  schemas(): readonly SchemaVisit[];
}

/**
 * One lint rule. Visitors are called in the order of the config and of the schemas; each may be async, and a heavy
 * library is imported in it only when it is needed.
 */
export interface Rule<Texts extends Messages = Messages> {
  /** Kebab-case; the name of its file, its test and its page. */
  readonly id: string;
  /** What the rule wants, as a sentence or two. */
  readonly description: string;
  /** The severity in `claimsmith:recommended`. */
  readonly severity: Severity;
  /** The standards, or whoever else demands it. */
  readonly source: readonly string[];
  readonly messages: Texts;
  /** Called once. */
  project?(project: Project, context: RuleContext<Texts>): void;
  /** Called for every token. */
  token?(token: Token, context: TokenContext<Texts>): void;
  /** Called for every claim of every token, those that RFC 7519, the profile and the policy add among them (`declaredBy`). */
  claim?(claim: Claim, context: ClaimContext<Texts>): void;
  /** Called once for every schema object that an author wrote, in whatever claim: not for the shipped vocabulary. */
  schema?(visit: SchemaVisit, context: TokenContext<Texts>): void;
}

/** The rule, with the keys and data of its messages checked wherever it reports. */
export function defineRule<const Texts extends Messages>(rule: Rule<Texts>): Rule {
  // Holds because the engine hands every rule a `report` that takes any key, of which a rule uses its own.
  return rule as unknown as Rule;
}
