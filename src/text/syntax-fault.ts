/**
 * Containers may stand in each other this deep. No claim set comes near; what is deeper was made to overflow a stack.
 * The YAML library composes some 800 levels on the default stack, and the bound must not depend on the machine.
 */
export const MAX_DEPTH = 500;

/** What is wrong with a text, before it becomes an error with a place. Offsets count UTF-16 code units. */
export type SyntaxFault =
  | {
      readonly kind: "syntax";
      readonly offset: number;
      readonly message: string;
      readonly expected: string;
      readonly hint: string | undefined;
    }
  | { readonly kind: "duplicate"; readonly offset: number; readonly firstOffset: number; readonly name: string }
  | { readonly kind: "depth"; readonly offset: number };
