/** What every payload tries to have run: it leaves a mark in the process, and a file in the working directory. */
const CODE = `globalThis.PWNED=1;(await import("node:fs")).writeFileSync("PWNED","")`;

/** Texts that end a comment, a string, a template or a line of the code around them where it is not escaped, by name. */
export const PAYLOADS = {
  "end of a comment": `*/ ${CODE}; export const pwned = 1; /*`,
  "end of a comment, then a declaration": `*/ export declare const pwned: any; declare global { var pwned: any } /**`,
  "back-ticks": `\`; ${CODE}; \``,
  "template placeholder": `\${globalThis.PWNED=1}\${(await import("node:fs")).writeFileSync("PWNED","")}`,
  "double quotes": `"; ${CODE}; "`,
  "single quotes": `'; ${CODE}; '`,
  "brackets of every kind": `"]}); ${CODE}; ({[("`,
  "line ends": `//\n${CODE}\r\n${CODE}\u2028${CODE}\u2029${CODE}\u0085${CODE} //`,
  "end of a script": `</script><script>${CODE}</script><!-- ${CODE} --> ]]>`,
  "NUL and other controls": `\0${CODE}\u0007\u001b[31m\u007f`,
  "right-to-left override": `\u202e /* ${CODE} \u2066 */ ${CODE}\u2069`,
  "lone surrogates": `\ud800"; ${CODE}; \udc00'`,
  backslashes: `\\"; ${CODE}; \\'; \\\\`,
  "links and tags of TSDoc": `{@link ${CODE}} @deprecated {@inheritDoc x} @example\n${CODE} <img onerror=x>`,
  __proto__: "__proto__",
  constructor: "constructor",
} as const;

export type PayloadName = keyof typeof PAYLOADS;
