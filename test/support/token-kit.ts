import { compiledValidators } from "../../src/emit/validator-module.js";
import { badClaimNames } from "../../src/examples/bad-claim-names.js";
import { type ExampleClaims, exampleClaims } from "../../src/examples/example-claims.js";
import { runValidators } from "../../src/examples/run-validators.js";
import { consumerDefinition } from "../../src/inspect/consumer-definition.js";
import type { Token } from "../../src/model/model.js";
import type { ConsumerDefinition } from "../../src/runtime/policy/definition.js";
import type { TokenKit } from "../../src/runtime/testing/token-kit.js";
import { configOf, projectOf } from "./project.js";

/** The test kit of a token in memory, and what verifies its tokens. */
export interface KitInMemory {
  readonly token: Token;
  readonly kit: TokenKit;
  readonly consumer: ConsumerDefinition;
  readonly examples: ExampleClaims;
}

/** The test kit of a claim set under a token policy, as a generated package has it. */
export async function kitOf(schema: unknown, policy: Readonly<Record<string, unknown>> = {}): Promise<KitInMemory> {
  const { tokens, namespaces } = projectOf(configOf(policy), { "schema.json": schema });
  const [token] = tokens;
  if (token === undefined) throw new TypeError("The config has no token.");
  const validators = runValidators(compiledValidators(token));
  const examples = await exampleClaims(token, validators);
  const consumer = { ...consumerDefinition(token, namespaces), ...validators };
  const { claims } = token.claimSet;
  const constants = claims.flatMap(({ name, filledIn }) => (filledIn?.by === "const" ? [[name, filledIn.value]] : []));
  const isComplete = examples.missing.length === 0;
  const kit: TokenKit = {
    ...consumer,
    ...validators,
    constants: Object.fromEntries(constants),
    fillsJwtId: claims.some(({ name, filledIn }) => name === "jti" && filledIn !== null),
    example: examples.claims,
    ...(isComplete
      ? badClaimNames(token, examples.claims, validators, namespaces)
      : { missing: [], misnamed: [], invalid: [], refusesUnknown: false }),
  };
  return { token, kit, consumer, examples };
}
