// Rebuilds schemas/iana-jwt.schema.json from facts about the IANA registry "JSON Web Token Claims".
// node scripts/build-vocabulary.js [REGISTRY.json [MISSPELLINGS.json]]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(import.meta.dirname, "..");
const REFERENCE = "#/$defs/";

/**
 * The vocabulary as text: a schema for each claim under the claim's name, then the shapes that several of them share,
 * as `types.NAME`, which no claim is called.
 */
export function buildVocabulary(registry, misspellings) {
  const aliases = new Map();
  for (const [wrong, rights] of Object.entries(misspellings)) {
    for (const right of rights) aliases.set(right, [...(aliases.get(right) ?? []), wrong]);
  }
  const claims = registry.claims.map((claim) => [
    claim.name,
    claimSchema(claim, registry.$defs, aliases.get(claim.name) ?? []),
  ]);
  const shapes = Object.entries(registry.$defs).map(([name, shape]) => [
    `types.${name}`,
    inline(shape, registry.$defs, [name]),
  ]);
  const vocabulary = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "claimsmith:iana-jwt",
    title: "JSON Web Token claims",
    description: `The claims of the IANA registry "${registry.registry.name}", one definition each. Refer to claimsmith:iana-jwt#/$defs/email.`,
    $defs: Object.fromEntries([...claims, ...shapes]),
  };
  return `${JSON.stringify(vocabulary, null, 2)}\n`;
}

function claimSchema(claim, shapes, aliases) {
  const isDate = claim.schema.$ref === `${REFERENCE}NumericDate`;
  const text = claim.description.replace(/\.$/, "") + (isDate ? ", in seconds since 1970-01-01T00:00:00Z" : "");
  const standard = standardOf(claim.reference);
  // What the shape says of itself is less than what the registry says of the claim.
  const { description: _, ...schema } = inline(claim.schema, shapes, []);
  return {
    description: `${text}. ${standard}.`,
    ...schema,
    "x-claimsmith-claim": {
      category: claim.class,
      standard,
      changeController: claim.changeController,
      ...(claim.personalData ? { personalData: true } : {}),
      ...(claim.genericName ? { genericName: true } : {}),
      ...(claim.notes ? { notes: claim.notes } : {}),
      ...(aliases.length > 0 ? { aliases: aliases.sort() } : {}),
    },
  };
}

/** "RFC 7519, Section 4.1.1" as this project writes it: "RFC 7519 section 4.1.1". */
function standardOf(reference) {
  return reference.replace(/,? (Sections?|Clause) /g, (_, word) => ` ${word.toLowerCase()} `);
}

/** A schema with the shared shapes in the place of references to them, so that a claim reads on its own; not where that has no end. */
function inline(value, shapes, open) {
  if (Array.isArray(value)) return value.map((entry) => inline(entry, shapes, open));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string" && value.$ref.startsWith(REFERENCE)) {
    const name = value.$ref.slice(REFERENCE.length);
    const { $ref: _, ...beside } = value;
    if (open.includes(name)) return { $ref: `${REFERENCE}types.${name}`, ...beside };
    const { description, ...shape } = inline(shapes[name], shapes, [...open, name]);
    // What a plain string or number says of itself would repeat with every claim.
    return { ...(shape.type === "object" ? { description } : {}), ...shape, ...beside };
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inline(member, shapes, open)]));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const registry = process.argv[2] ?? path.join(root, "../shared/data/iana-jwt-claims.json");
  const facts = process.argv[3] ?? path.join(path.dirname(registry), "lint-facts.json");
  const misspellings = existsSync(facts) ? readJson(facts).misspellings.map : {};
  writeFileSync(path.join(root, "schemas/iana-jwt.schema.json"), buildVocabulary(readJson(registry), misspellings));
}
