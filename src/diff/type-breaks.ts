import type { ts as compiler, Project } from "ts-morph";
import type { Token } from "../model/model.js";
import { canonicalJson } from "../text/canonical-json.js";
import { pascalIdentifier } from "../text/names.js";
import { declareTypes } from "../types/declare.js";
import { schemaToTypes } from "../types/schema-to-types.js";
import { contractForm } from "./contract-form.js";
import { losesMember } from "./loses-member.js";

/** Code that compiled against the old package and does not against the new, by the claim that stops it. */
export interface TypeBreaks {
  readonly producer: TypeBreak;
  readonly consumer: TypeBreak;
}

export interface TypeBreak {
  readonly isBroken: boolean;
  /** The claims that break it by themselves; may be empty where only the whole does. */
  readonly claims: ReadonlySet<string>;
}

/** A token before and after. */
export interface TypedPair {
  readonly base: Token;
  readonly revision: Token;
}

/**
 * `Optional` of the generated packages, and the part of a type that one member is. Members are looked through one by one
 * only beside an index signature, under which every name would be one.
 */
const HELPERS = `
type Flat<T> = { [P in keyof T]: T[P] };
type Optional<T, K extends PropertyKey> = T extends unknown
  ? Flat<{ [P in keyof T as P extends K ? never : P]: T[P] } & { [P in keyof T as P extends K ? P : never]?: T[P] }>
  : never;
type Part<T, K extends PropertyKey> = T extends unknown
  ? string extends keyof T ? Declared<T, K> : K extends keyof T ? Pick<T, K> : {}
  : never;
type Declared<T, K extends PropertyKey> = { [P in keyof T as P extends K ? P : never]: T[P] };
`;

/**
 * For each pair, in their order: whether code that was written for the old types compiles with the new.
 *
 * TypeScript decides: what consumers read has to be assignable to what they read before, and what producers wrote to what
 * they have to write now. A member that is gone stops both, since neither reading nor writing it compiles.
 */
export async function findTypeBreaks(pairs: readonly TypedPair[]): Promise<readonly TypeBreaks[]> {
  if (pairs.length === 0) return [];
  // The compiler takes a good part of a second to load: only where there is something to ask it.
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es5.d.ts"],
      types: [],
    },
  });
  for (const [index, { base, revision }] of pairs.entries()) {
    project.createSourceFile(`old-${index}.ts`, await declareClaims(base));
    project.createSourceFile(`new-${index}.ts`, await declareClaims(revision));
    project.createSourceFile(`check-${index}.ts`, checkSource(index, base, revision));
  }
  return pairs.map((pair, index) => compare(pair, index, project, ts.TypeFlags));
}

async function declareClaims({ claimSet }: Token): Promise<string> {
  const { named } = schemaToTypes(claimSet.schema, {
    rootName: "Claims",
    nameDefinition: (definition) => `Definition${pascalIdentifier(definition)}`,
  });
  return declareTypes(named);
}

function checkSource(index: number, base: Token, revision: Token): string {
  const parts = changedNames(base, revision).map((name, at) =>
    ["Old", "New"]
      .flatMap((side) => [
        `type ${side}Claims${at} = Part<${side}Claims, ${JSON.stringify(name)}>;`,
        `type ${side}Input${at} = Part<${side}Input, ${JSON.stringify(name)}>;`,
      ])
      .join("\n"),
  );
  return [
    `import type { Claims as OldClaims } from "./old-${index}.js";`,
    `import type { Claims as NewClaims } from "./new-${index}.js";`,
    HELPERS,
    `type OldAll = OldClaims;`,
    `type NewAll = NewClaims;`,
    `type OldInput = ${inputType("OldClaims", base)};`,
    `type NewInput = ${inputType("NewClaims", revision)};`,
    ...parts,
  ].join("\n");
}

/** As in the generated package: the claims that issue fills in may be left out. */
function inputType(claims: string, { claimSet }: Token): string {
  const filled = claimSet.claims.filter(({ required, filledIn }) => required && filledIn !== null);
  const names = filled.map(({ name }) => JSON.stringify(name));
  return names.length === 0 ? claims : `Optional<${claims}, ${names.join(" | ")}>`;
}

/** The claims whose types may differ; among thousands of claims these are few. */
function changedNames(base: Token, revision: Token): readonly string[] {
  const [before, after] = [contractsOf(base), contractsOf(revision)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

/** What the type of each claim is made of, as a text. */
function contractsOf({ claimSet }: Token): ReadonlyMap<string, string> {
  const definitions = claimSet.schema.$defs ?? {};
  return new Map(
    claimSet.claims.map(({ name, schema, required, filledIn }) => [
      name,
      canonicalJson([contractForm(schema, definitions), required, filledIn !== null]),
    ]),
  );
}

function compare(
  { base, revision }: TypedPair,
  index: number,
  project: Project,
  flags: typeof compiler.TypeFlags,
): TypeBreaks {
  const checker = project.getTypeChecker().compilerObject;
  const source = project.getSourceFileOrThrow(`check-${index}.ts`);
  const aliases = new Map(source.getTypeAliases().map((alias) => [alias.getName(), alias]));
  const typeOf = (name: string) => (aliases.get(name) ?? source.getTypeAliasOrThrow(name)).getType().compilerType;
  const fits = (from: string, to: string) => checker.isTypeAssignableTo(typeOf(from), typeOf(to));
  const admitsMore = (alias: string) => checker.getIndexInfosOfType(typeOf(alias)).length > 0;

  const names = changedNames(base, revision);
  const lost = (side: string): readonly string[] => {
    const isLost = (_: string, at: number) =>
      losesMember(
        typeOf(`Old${side}${at}`),
        typeOf(`New${side}${at}`),
        admitsMore(`New${side === "Input" ? side : "All"}`),
        { checker, flags },
      );
    return names.filter(isLost);
  };
  const broken = (isWhole: boolean, isPart: (at: number) => boolean, lost: readonly string[]): TypeBreak => {
    const parts = isWhole ? names.filter((_, at) => isPart(at)) : [];
    return { isBroken: isWhole || lost.length > 0, claims: new Set([...lost, ...parts]) };
  };
  const bothIssue = base.helpers.includes("issue") && revision.helpers.includes("issue");
  const none: TypeBreak = { isBroken: false, claims: new Set() };
  return {
    consumer: broken(!fits("NewAll", "OldAll"), (at) => !fits(`NewClaims${at}`, `OldClaims${at}`), lost("Claims")),
    producer: bothIssue
      ? broken(!fits("OldInput", "NewInput"), (at) => !fits(`OldInput${at}`, `NewInput${at}`), lost("Input"))
      : none,
  };
}
