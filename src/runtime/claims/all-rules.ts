import type { RuleWords } from "./claim-set.js";
import * as rules from "./rules.js";

/** The words of all keywords, for what is not made for one claim set alone. */
export const ALL_RULES: RuleWords = {
  type: rules.typeRule,
  enum: rules.enumRule,
  const: rules.constRule,
  format: rules.formatRule,
  pattern: rules.patternRule,
  minLength: rules.minLengthRule,
  maxLength: rules.maxLengthRule,
  minimum: rules.minimumRule,
  maximum: rules.maximumRule,
  exclusiveMinimum: rules.exclusiveMinimumRule,
  exclusiveMaximum: rules.exclusiveMaximumRule,
  multipleOf: rules.multipleOfRule,
  minItems: rules.minItemsRule,
  maxItems: rules.maxItemsRule,
  items: rules.maxItemsRule,
  additionalItems: rules.maxItemsRule,
  unevaluatedItems: rules.unevaluatedItemsRule,
  uniqueItems: rules.uniqueItemsRule,
  contains: rules.containsRule,
  minProperties: rules.minPropertiesRule,
  maxProperties: rules.maxPropertiesRule,
  propertyNames: rules.propertyNamesRule,
  "false schema": rules.falseSchemaRule,
  not: rules.notRule,
  oneOf: rules.oneOfRule,
  anyOf: rules.anyOfRule,
};
