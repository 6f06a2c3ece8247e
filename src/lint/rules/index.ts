import type { Rule } from "../rule.js";
import { audienceForm } from "./audience-form.js";
import { claimOrder } from "./claim-order.js";
import { clockToleranceTooLarge } from "./clock-tolerance-too-large.js";
import { closedEnum } from "./closed-enum.js";
import { collidesWithRegistry } from "./collides-with-registry.js";
import { conditionalClaim } from "./conditional-claim.js";
import { deprecatedWithoutSunset } from "./deprecated-without-sunset.js";
import { enumWithoutType } from "./enum-without-type.js";
import { exponentialPattern } from "./exponential-pattern.js";
import { hmacSharedSecret } from "./hmac-shared-secret.js";
import { invalidExample } from "./invalid-example.js";
import { issuerForm } from "./issuer-form.js";
import { lifetimeTooLong } from "./lifetime-too-long.js";
import { lookAlikeClaim } from "./look-alike-claim.js";
import { milliseconds } from "./milliseconds.js";
import { missingDescription } from "./missing-description.js";
import { missingEssentialClaim } from "./missing-essential-claim.js";
import { misspelledClaim } from "./misspelled-claim.js";
import { mixedAlgorithms } from "./mixed-algorithms.js";
import { mixedNamingStyles } from "./mixed-naming-styles.js";
import { noAudience } from "./no-audience.js";
import { noIssuer } from "./no-issuer.js";
import { noPersonalData } from "./no-personal-data.js";
import { noSecrets } from "./no-secrets.js";
import { notNamespaced } from "./not-namespaced.js";
import { numericDate } from "./numeric-date.js";
import { patternWithoutU } from "./pattern-without-u.js";
import { redefinesClaim } from "./redefines-claim.js";
import { slowPattern } from "./slow-pattern.js";
import { sunsetPassed } from "./sunset-passed.js";
import { targetLimits } from "./target-limits.js";
import { tokenSize } from "./token-size.js";
import { tokensNotDistinct } from "./tokens-not-distinct.js";
import { unanchoredPattern } from "./unanchored-pattern.js";
import { unassertedFormat } from "./unasserted-format.js";
import { unboundedValue } from "./unbounded-value.js";
import { undeclaredRequired } from "./undeclared-required.js";
import { unknownKeyword } from "./unknown-keyword.js";
import { unusedIgnore } from "./unused-ignore.js";
import { weakAlgorithm } from "./weak-algorithm.js";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  audienceForm,
  claimOrder,
  clockToleranceTooLarge,
  closedEnum,
  collidesWithRegistry,
  conditionalClaim,
  deprecatedWithoutSunset,
  enumWithoutType,
  exponentialPattern,
  hmacSharedSecret,
  invalidExample,
  issuerForm,
  lifetimeTooLong,
  lookAlikeClaim,
  milliseconds,
  missingDescription,
  missingEssentialClaim,
  misspelledClaim,
  mixedAlgorithms,
  mixedNamingStyles,
  noAudience,
  noIssuer,
  noPersonalData,
  noSecrets,
  notNamespaced,
  numericDate,
  patternWithoutU,
  redefinesClaim,
  slowPattern,
  sunsetPassed,
  targetLimits,
  tokenSize,
  tokensNotDistinct,
  unanchoredPattern,
  unassertedFormat,
  unboundedValue,
  undeclaredRequired,
  unknownKeyword,
  unusedIgnore,
  weakAlgorithm,
];
