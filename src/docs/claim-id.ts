/**
 * The fragment that leads to a claim on its token's page: `access-token.role`. ASCII letters, digits, `-` and `_` of the
 * short name stay; any other character is its code in hexadecimal between dots, so that no two names have one fragment,
 * and no name has that of a heading, which has no dot.
 *
 * @param page - the token's name in kebab-case
 * @param shortName - unique in the claim set
 */
export function claimId(page: string, shortName: string): string {
  return `${page}.${plainId(shortName)}`;
}

/** A name in characters that mean the same in fragments, paths and attributes. */
export function plainId(name: string): string {
  return name.replace(/[^\w-]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`);
}
