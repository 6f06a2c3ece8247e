// Validating claims that are already decoded.
import { batchOf } from "./batch.js";
import { goal } from "./goals.js";
import { median, paired, pairedRatio } from "./measure.js";
import { AJV, CLAIMSMITH, createValidators } from "./opponents/validators.js";
import { sampleClaims } from "./sample/claims.js";
import { CLAIMS } from "./sample/faults.js";
import { figure, ratio } from "./table.js";

const VARIANTS = 64;
const LIMIT = 0.9;

/** Measures the section "validate". */
export async function validate({ sample, quick }) {
  const validators = await createValidators(sample);
  for (const [name, isValid] of Object.entries(validators)) proveValidator(name, isValid);

  const claims = Array.from({ length: VARIANTS }, sampleClaims);
  const batches = {};
  for (const [name, isValid] of Object.entries(validators)) {
    batches[name] = await batchOf(quick ? 5 : 10, (index) => isValid(claims[index % VARIANTS]) || refuse(name));
  }
  const samples = await paired(quick ? 31 : 101, batches);
  return {
    title: "Validate",
    text: [
      "Microseconds for the 14 claims of an access token, valid and already decoded. All validators give the same verdicts on",
      `${CLAIMS.length} sets of claims, valid and not. ajv is called without options, where it stops at the first fault and`,
      "reads inherited properties, and with those under which it says as much as the generated validator does.",
    ],
    tables: [
      {
        title: "Valid claims (µs)",
        columns: ["", "µs", "× ajv standalone"],
        rows: [...samples].map(([name, values]) => [
          name,
          figure(median(values)),
          ratio(pairedRatio(samples, name, AJV)),
        ]),
      },
    ],
    goals: [goal("validate, × ajv standalone", pairedRatio(samples, CLAIMSMITH, AJV), LIMIT, ratio)],
  };
}

function proveValidator(name, isValid) {
  for (const { what, valid, claims } of CLAIMS) {
    if (isValid(claims) !== valid) throw new TypeError(`${name} ${valid ? "refuses" : "accepts"} claims: ${what}.`);
  }
}

function refuse(name) {
  throw new TypeError(`${name} refuses valid claims.`);
}
