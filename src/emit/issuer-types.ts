import { hasIssuerPattern, issuerParameters } from "../model/issuer-parameters.js";
import type { Token } from "../model/model.js";
import { propertyKey } from "./literal.js";
import type { ModuleItem } from "./module.js";

/** The type of what the placeholders of a token's issuer stand for; none where it has none, or the token is not verified. */
export function issuerTypes(token: Token): readonly string[] {
  return token.helpers.includes("verify") && hasIssuerPattern(token.policy)
    ? [`${token.names.pascal}IssuerParameters`]
    : [];
}

/** The declaration of {@link issuerTypes}. */
export function issuerDeclarations(token: Token): readonly ModuleItem[] {
  const members = issuerParameters(token.policy).map(
    ({ name, isAlways }) => `  readonly ${propertyKey(name)}${isAlways ? "" : "?"}: string;\n`,
  );
  return issuerTypes(token).map((name) => ({
    kind: "alias",
    doc: "What the placeholders of the policy's issuer stand for in a verified token.",
    name,
    type: `{\n${members.join("")}}`,
  }));
}

/** What the module of a token imports for its patterns of issuers. */
export function issuerImports(token: Token): readonly ModuleItem[] {
  if (!hasIssuerPattern(token.policy)) return [];
  const from = "../runtime/policy/issuer-pattern.js";
  return [
    ...(issuerTypes(token).length === 0
      ? []
      : [{ kind: "import", names: ["OfIssuer"], from, typeOnly: true } as const]),
    { kind: "import", names: ["matchIssuer"], from },
  ];
}

/** The types of the claims, and of what verify returns besides them where there is any: arguments of the runtime's types. */
export function verifiedTypes(token: Token): readonly string[] {
  return [`${token.names.pascal}Claims`, ...issuerTypes(token).map((name) => `OfIssuer<${name}>`)];
}

/** The type of what a helper of a token resolves to: what the runtime's type says of the claims, and what there is besides. */
export function verifiedType(type: string, token: Token): string {
  const [claims, ...more] = verifiedTypes(token);
  return [`${type}<${claims}>`, ...more].join(" & ");
}
