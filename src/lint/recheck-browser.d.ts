/** The build of recheck that is JavaScript alone, with no process and no Java: a CommonJS module. Its types are those of the package. */
declare module "recheck/lib/browser.js" {
  import type { checkSync } from "recheck";

  const recheck: { readonly checkSync: typeof checkSync };
  export = recheck;
}
