/**
 * A claim's name parted before its last part, where it is an address: `https://acme.example/claims/` and `role`. Of any other name the
 * first is empty.
 */
export function splitClaimName(name: string): readonly [space: string, rest: string] {
  const [, space, rest] = /^([a-z][a-z\d+.-]*:\/\/.*[/#:])([^/#:]+)$/is.exec(name) ?? [];
  return space === undefined || rest === undefined ? ["", name] : [space, rest];
}
