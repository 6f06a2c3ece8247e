/** How jest is set up, and what the messages of the tests hold that have to fail. */
export const PROJECTS = [
  {
    folder: "esm",
    what: "ES modules",
    isModule: true,
    failures: ["The bad token wrongAudience was accepted. It has to be refused with audience_mismatch."],
  },
  { folder: "no-globals", what: "ES modules, no globals", isModule: true, failures: [] },
  { folder: "commonjs", what: "CommonJS by Babel", isModule: false, failures: [] },
];
