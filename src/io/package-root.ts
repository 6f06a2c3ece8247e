import { fileURLToPath } from "node:url";

/** This package's own folder, whether the code runs from `dist` or, in tests, from `src`. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL("../../", import.meta.url));
